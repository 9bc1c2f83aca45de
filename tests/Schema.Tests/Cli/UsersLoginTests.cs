using System.Diagnostics;
using System.Text;
using Schema.Cli;

namespace Schema.Tests.Cli;

public class UsersLoginTests
{
    [Fact]
    public async Task A_login_is_answered()
    {
        await using var database = await PasswordPeople.InADatabase();

        Assert.Equal(
            [LoginAnswer.Ok, LoginAnswer.Wrong, LoginAnswer.MustChange, LoginAnswer.Wrong, LoginAnswer.Wrong, LoginAnswer.Barred, LoginAnswer.Wrong, LoginAnswer.ResetRequired, LoginAnswer.ResetRequired],
            await Answers(
                database,
                (" DAN@x.org", "Pässwörd 1!"), ("dan@x.org", "secret"), ("eve@x.org", "secret"), ("eve@x.org", "Secret"), ("eve@x.org", "secret\0"),
                ("fay@x.org", "secret"), ("fay@x.org", "wrong"), ("gus@x.org", "password"), ("ann@x.org", "")));

        await database.Execute("drop extension pgcrypto");
        Assert.Equal([LoginAnswer.ResetRequired, LoginAnswer.Barred], await Answers(database, ("eve@x.org", "secret"), ("fay@x.org", "wrong")));
    }

    [Fact]
    public async Task The_answer_is_said_and_is_the_exit_code()
    {
        await using var database = await PasswordPeople.InADatabase();

        (await PasswordPeople.Login(database, "secret\n", "EVE@x.org")).Is(0, "must change: the password is right, and has to be changed at the first login", "");
        (await PasswordPeople.Login(database, "secret\n", "nobody@x.org")).Is(1, "wrong", "");
        (await PasswordPeople.Login(database, "", "eve@x.org")).Is(2, "", "A line is expected on standard input; there is none.");
    }

    [Fact]
    public async Task A_password_is_typed_without_echo()
    {
        await using var database = await PasswordPeople.InADatabase();
        var program = $"{BuiltProgram.Typed} users verify-login dan@x.org";
        using var terminal = Shell.Start("script", ["-qec", program, "/dev/null"], start => start.Environment["DATABASE_URL"] = database.ConnectionString);

        var shown = await Until("Password of dan@x.org: ", terminal);
        await terminal.StandardInput.WriteAsync("P\u00e4ssw\u00f6rd 1x\u007f!\r");
        await terminal.StandardInput.FlushAsync();
        shown += await terminal.StandardOutput.ReadToEndAsync();
        await terminal.WaitForExitAsync();

        Assert.Equal("ok", shown.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1].Replace("\r", "").Replace("\e[32m", "").Replace("\e[0m", ""));
        Assert.DoesNotContain("rd 1", shown);
        Assert.Equal(0, terminal.ExitCode);
    }

    static async Task<string> Until(string text, Process process)
    {
        var shown = new StringBuilder();
        var letter = new char[1];
        while (!shown.ToString().Contains(text) && await process.StandardOutput.ReadAsync(letter) > 0)
            shown.Append(letter);

        return shown.ToString();
    }

    static async Task<LoginAnswer[]> Answers(TestDatabase database, params (string Email, string Password)[] tries)
    {
        await using var connection = await database.Open();
        var answers = new List<LoginAnswer>();
        foreach (var (email, password) in tries)
            answers.Add(await (await LoginCheck.Find(connection, email, CancellationToken.None))!.Try(password, connection, CancellationToken.None));

        return [.. answers];
    }
}

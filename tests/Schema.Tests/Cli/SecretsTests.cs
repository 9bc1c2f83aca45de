namespace Schema.Tests.Cli;

public class SecretsTests
{
    [Fact]
    public async Task A_wrong_password_is_said_without_it()
    {
        await using var role = await PasswordRole.Create("wrong", "correct horse");
        await using var database = await TestDatabase.Empty();

        (await SchemaProgram.On(database.As(role.Name, "battery staple"), "up")).Is(
            4,
            "",
            $"""
            The database {database.Name()} cannot be opened: password authentication failed for user "{role.Name}".
              Check the address, the password and that the server runs: schema doctor
            """);
    }

    [Fact]
    public async Task No_password_ever_appears_in_output_log_or_ledger()
    {
        const string secret = "hush'; =%@/";
        await using var role = await PasswordRole.Create("secret", secret);
        await using var database = await TestDatabase.Empty();
        var log = Path.Combine(SchemaProgram.Elsewhere, "secrets.log");
        var address = DatabaseUrl(database, role.Name, secret);
        string[] commands =
        [
            "status", "up", "doctor", "check", "history", "audit", "doctor --json", "down --production", "stamp Nothing", "backup",
            "backup /proc/nowhere/all.dump", "up --json --backup /dev/null", "status --environment nonsense --json",
        ];

        var said = new List<string>();
        foreach (var command in commands)
        {
            var finished = await SchemaProgram.On(address, [.. command.Split(' '), "--debug", "--log", log]);
            said.Add($"{command}: {finished.ExitCode}\n{finished.Output}{finished.Error}");
        }

        said.Add(await File.ReadAllTextAsync(log));
        said.AddRange(await database.Rows("select line::text from ledger.line as line"));
        Assert.Equal("status: 0", said[0].Split('\n')[0]);
        foreach (var text in said)
            foreach (var form in new[] { secret, Uri.EscapeDataString(secret), "hush" })
                Assert.DoesNotContain(form, text);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(log));
    }

    static string DatabaseUrl(TestDatabase database, string role, string password) =>
        $"postgres://{role}:{Uri.EscapeDataString(password)}@{database.Name()}";
}

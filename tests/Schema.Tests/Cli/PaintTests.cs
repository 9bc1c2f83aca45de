using Schema.Cli;

namespace Schema.Tests.Cli;

public class PaintTests
{
    [Fact]
    public void A_terminal_sees_red_and_green()
    {
        Assert.Equal("\e[31mno\e[0m", new Paint(true).Red("no"));
        Assert.Equal("\e[32mdone\e[0m", new Paint(true).Green("done"));
    }

    [Theory]
    [InlineData("xterm", "", false, true)]
    [InlineData("xterm", "", true, false)]
    [InlineData("xterm", "1", false, false)]
    [InlineData("dumb", "", false, false)]
    [InlineData("", "", false, false)]
    public void They_are_for_terminals_that_have_them_and_people_who_want_them(string terminal, string refusal, bool redirected, bool colours)
    {
        var variables = new Dictionary<string, string> { ["TERM"] = terminal, ["NO_COLOR"] = refusal };

        Assert.Equal(colours, Paint.For(redirected, refused: false, variables).Red("no") != "no");
        Assert.Equal("no", Paint.For(redirected, refused: true, variables).Red("no"));
    }

    [Theory]
    [InlineData("schema check", true)]
    [InlineData("schema check --no-color", false)]
    public async Task On_a_terminal_they_can_be_refused(string typed, bool colours)
    {
        await using var database = await Databases.AtHead();
        var command = $"DATABASE_URL='{database.ConnectionString}' {typed.Replace("schema", BuiltProgram.Typed)}";

        // script gives the program a terminal of its own.
        var said = await Shell.Run("script", ["-qec", command, "/dev/null"], start =>
        {
            start.Environment["TERM"] = "xterm";
            start.Environment.Remove("NO_COLOR");
        });

        Assert.Equal(0, said.ExitCode);
        Assert.Contains("nothing is wrong", said.Output);
        Assert.Equal(colours, said.Output.Contains("\e[32m"));
    }
}

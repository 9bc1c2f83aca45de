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

    [Fact]
    public void A_file_or_whoever_refuses_them_sees_none()
    {
        Assert.Equal("no", Paint.For(redirected: true, refused: false).Red("no"));
        Assert.Equal("no", Paint.For(redirected: false, refused: true).Red("no"));
    }

    [Theory]
    [InlineData("schema check", true)]
    [InlineData("schema check --no-color", false)]
    [InlineData("NO_COLOR=1 schema check", false)]
    [InlineData("TERM=dumb schema check", false)]
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

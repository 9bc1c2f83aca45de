namespace Schema.Tests.Cli;

public class ImportReportTests
{
    [Fact]
    public async Task A_run_leaves_a_page_whether_its_data_is_taken_or_refused()
    {
        await using var plume = await ImportProgram.Plume(ImportProgram.Three + "insert into \"user\" (id, email) values ('', 'e@example.org');");
        await using var queue = await ImportProgram.Queue();
        var folder = Directory.CreateTempSubdirectory("schema-report-").FullName;
        var file = Path.Combine(folder, "report.html");

        var refused = await queue.With(plume.ConnectionString, "up", "ImportPlume", "--report", file);
        Assert.Equal(3, refused.ExitCode);
        Assert.Contains("no rejects are allowed", await File.ReadAllTextAsync(file));

        var taken = await queue.With(plume.ConnectionString, "up", "ImportPlume", "--report", file, "--max-rejects", "1");
        Assert.Equal(0, taken.ExitCode);
        Assert.Contains($"What the imports did: {file}\n", taken.Error);
        Assert.Contains("\nplume: 75 % of 4 rows arrived, 1 rejected\n", taken.Output);
        var page = await File.ReadAllTextAsync(file);
        Assert.Contains("<strong>75 % of 4 rows arrived</strong>: 3 written, 0 kept, 0 merged, 1 rejected", page);
        Assert.Contains("<td>has an empty id</td>", page);
        Assert.Contains("<li>registration b, held_by a</li>", page);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));

        (await queue.With(plume.ConnectionString, "import", "run", "plume", "--report", Path.Combine(folder, "no", "report.html"))).Is(
            2, "", $"{Path.Combine(folder, "no", "report.html")} cannot be written: its folder does not exist.\n  Name a file in a folder that can be written.");
    }
}

using Schema.Import;

namespace Schema.Tests.Legacy.School;

public sealed class SchoolFolderTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("school-v1-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_folder_of_exported_tables_makes_the_same_database_as_V1_itself()
    {
        await using var target = await SchoolRuns.Ready();
        await using var other = await SchoolRuns.Ready();
        await using var v1 = await V1.Nasty();
        foreach (var table in new[] { "School", "Teacher", "Parent", "Student", "SchoolStaff", "RecessUsers", "TeacherQualification" })
            await Export(v1, table);

        await target.Bring(v1.ConnectionString);
        await other.Bring(folder);

        Assert.Equal(await target.Content(), await other.Content());
    }

    [Fact]
    public async Task Of_the_smaller_tables_a_file_may_be_missing()
    {
        await using var target = await SchoolRuns.Ready();
        await using var v1 = await V1.Nasty();
        foreach (var table in new[] { "School", "Teacher", "Parent" })
            await Export(v1, table);

        var missing = await Assert.ThrowsAsync<SchemaException>(() => target.Bring(folder));
        Assert.Contains("Student.csv is expected there", missing.Message);

        await Export(v1, "Student");
        await target.Bring(folder);
        Assert.Equal(["0"], await target.Rows("select count(*) from user_external_ids where entity in ('staff', 'recess_user')"));
    }

    async Task Export(TestDatabase v1, string table)
    {
        await using var connection = await v1.Open();
        using var rows = await connection.BeginTextExportAsync($"copy \"{table}\" to stdout (format csv, header)");
        await File.WriteAllTextAsync(Path.Combine(folder, $"{table}.csv"), await rows.ReadToEndAsync());
    }
}

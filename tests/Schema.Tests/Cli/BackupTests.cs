using Schema.Cli;
using Schema.Import;
using Schema.Tests.Migrations;

namespace Schema.Tests.Cli;

public class BackupTests
{
    [Fact]
    public async Task A_backup_brings_everything_back_into_an_empty_database()
    {
        await using var database = await TestDatabase.Empty();
        await using var other = await TestDatabase.Empty();
        await database.Execute(QStack.Tables + QStack.Rows);
        var file = Path.Combine(SchemaProgram.Elsewhere, "queue.dump");

        var said = await SchemaProgram.On(database, "backup", file);

        var address = DatabaseAddress.Parse(database.ConnectionString);
        var restore = $"pg_restore --clean --if-exists --exit-on-error --single-transaction --host={address.Host} --port={address.Port} --username=postgres --dbname={address.Database} {file}";
        Assert.Equal($"{database.Name()} is saved. To restore it:\n  {restore}\n", said.Output);
        Assert.StartsWith($"backup: {file} (", said.Error);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));

        var words = restore.Replace(address.Database, DatabaseAddress.Parse(other.ConnectionString).Database).Split(' ');
        Assert.Equal(new Finished(0, "", ""), await Shell.Run(words[0], words[1..]));
        const string people = "select * from users order by id";
        Assert.Equal(await database.Rows(people), await other.Rows(people));
    }

    [Fact]
    public async Task Without_a_name_it_takes_the_databases_and_the_time()
    {
        await using var database = await TestDatabase.Empty();

        await SchemaProgram.On(database, "backup");

        var name = DatabaseAddress.Parse(database.ConnectionString).Database;
        var file = Assert.Single(Directory.GetFiles(Path.Combine(SchemaProgram.Elsewhere, "artifacts", "backups"), $"{name}-*"));
        Assert.Matches($"/{name}-[0-9]{{8}}T[0-9]{{6}}Z\\.dump$", file);
    }

    [Fact]
    public async Task A_backup_that_fails_leaves_no_file()
    {
        await using var database = await TestDatabase.Empty();
        await using var role = await Catalogues.TestRole.Create();
        await database.Execute("create table secrets (id int)");
        var folder = Directory.CreateTempSubdirectory("schema-backup-").FullName;

        var said = await SchemaProgram.On(database.As(role.Name), "backup", Path.Combine(folder, "b.dump"));

        Assert.Equal(3, said.ExitCode);
        Assert.StartsWith("pg_dump ended with 1: pg_dump: error: ", said.Error);
        Assert.EndsWith("\n  No backup was written.\n", said.Error);
        Assert.Empty(Directory.GetFiles(folder));
        Directory.Delete(folder);
    }

    [Fact]
    public async Task A_pg_dump_older_than_the_server_is_said()
    {
        var here = await PgDump.For(1, CancellationToken.None);

        var error = await Assert.ThrowsAsync<SchemaException>(() => PgDump.For(99, CancellationToken.None));

        Assert.Equal(
            $"The newest pg_dump here has version {here.Version} ({here.Path}); the server has 99, and an older pg_dump refuses it.", error.Message);
    }
}

using Schema.Import;
using Schema.Import.Transfer;

namespace Schema.Benchmarks;

/// <summary>Our copy, as the program does it.</summary>
sealed class CopyOfAll(string name, Verification verify) : OwnProcess
{
    public override string Name => name;

    public override string Table => "wide";

    public override long Written(long rows) => rows / 5;

    public override Task Work(DatabaseAddress target, DatabaseAddress legacy, long rows, CancellationToken cancellationToken) =>
        DatabaseCopy.Run(MariaDb.Url, target.ConnectionString, new() { Verify = verify }, cancellationToken);
}

/// <summary>The same from CSV files, digests of the files and of the rows included.</summary>
sealed class LoadOfAll : OwnProcess
{
    public override string Name => "schema load, digests";

    public override string Table => "wide";

    public override long Written(long rows) => rows / 5;

    public static string FolderOf(DatabaseAddress legacy) => Path.Combine(Path.GetTempPath(), $"{legacy.Database}.export");

    public override Task Work(DatabaseAddress target, DatabaseAddress legacy, long rows, CancellationToken cancellationToken) =>
        DatabaseCopy.Run(FolderOf(legacy), target.ConnectionString, new() { Command = "load" }, cancellationToken);
}

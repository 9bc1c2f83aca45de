using Npgsql;

namespace Schema.Import.Transfer;

/// <summary>A COPY into a table that sends one buffer while the next is filled; only <see cref="Complete"/> keeps the rows.</summary>
sealed class LineSender : IAsyncDisposable
{
    readonly NpgsqlCopyTextWriter writer;
    Task underWay = Task.CompletedTask;
    bool ended;

    LineSender(NpgsqlCopyTextWriter writer) => this.writer = writer;

    public long Bytes { get; private set; }

    public static async Task<LineSender> Start(NpgsqlConnection connection, TablePlan plan, CancellationToken cancellationToken)
    {
        var columns = string.Join(", ", plan.Sent.Select(column => SqlName.Quote(column.Target.Name)));
        return new((NpgsqlCopyTextWriter)await connection.BeginTextImportAsync($"copy {plan.Target.Quoted} ({columns}) from stdin", cancellationToken));
    }

    public async ValueTask Send(LineBuffer line, CancellationToken cancellationToken)
    {
        await underWay;
        var full = line.Swap();
        Bytes += full.Length;
        underWay = Task.Run(async () => await writer.BaseStream.WriteAsync(full, cancellationToken), cancellationToken);
    }

    public async Task Complete(LineBuffer line, CancellationToken cancellationToken)
    {
        await Send(line, cancellationToken);
        await underWay;
        ended = true;
        await writer.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (ended)
            return;

        ended = true;
        await underWay.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await writer.CancelAsync();
    }
}

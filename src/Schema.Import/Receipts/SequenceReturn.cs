using System.Globalization;
using Npgsql;

namespace Schema.Import;

/// <summary>Puts sequences back where they stood before the import, unless somebody has drawn from them since.</summary>
static class SequenceReturn
{
    public static async Task Run(DataImport import, ImportContext context, CancellationToken cancellationToken)
    {
        foreach (var (sequence, value, isCalled, after) in await Moved(import, context, cancellationToken))
        {
            if (!await StandsAt(context, sequence, after, cancellationToken))
                continue;

            await Execute(context, string.Create(CultureInfo.InvariantCulture, $"alter sequence {sequence} restart with {value}"), cancellationToken);

            // A restarted sequence has a new file of its own in this transaction, so a draw from it is undone by a rollback.
            if (isCalled)
                await Execute(context, $"select nextval({SqlName.Literal(sequence)})", cancellationToken);
        }
    }

    static async Task<List<(string Sequence, long Value, bool IsCalled, long After)>> Moved(
        DataImport import, ImportContext context, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            select distinct on (sequence_name) sequence_name, last_value_before, is_called_before,
                   max(last_value_after) over (partition by sequence_name)
            from ledger.receipt_sequence
            where import = $1 and to_regclass(sequence_name) is not null
            order by sequence_name, last_value_before
            """,
            context.Target,
            context.Transaction);
        command.Parameters.Add(new() { Value = import.Name });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var moved = new List<(string, long, bool, long)>();
        while (await reader.ReadAsync(cancellationToken))
            moved.Add((reader.GetString(0), reader.GetInt64(1), reader.GetBoolean(2), reader.GetInt64(3)));

        return moved;
    }

    static async Task<bool> StandsAt(ImportContext context, string sequence, long value, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"select last_value = $1 and not is_called from {sequence}", context.Target, context.Transaction);
        command.Parameters.Add(new() { Value = value });

        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    static async Task Execute(ImportContext context, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, context.Target, context.Transaction);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}

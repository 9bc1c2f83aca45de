using System.Globalization;
using System.Text;
using Npgsql;

namespace Schema.Import.Transfer;

/// <summary>
/// The sum of all rows' hashes as the server itself works it out, in one scan that sends nothing: each field's text is hashed
/// with the hash of the fields before it as seed.
/// </summary>
static class ServerDigest
{
    public const ulong Seed = 1;
    const string Golden = "grün, and longer than one block\t\n\\N";

    /// <summary>A NULL is an empty text under another seed.</summary>
    public static ulong OfNull(ulong before) => ServerHash.Of([], before ^ 1);

    /// <summary>A server that stores other bytes for a text, or hashes them in another way, cannot add up what was sent.</summary>
    public static async Task<bool> IsKnownTo(NpgsqlConnection target, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select hashtextextended($1, 1) = $2", target);
        command.Parameters.Add(new() { Value = Golden });
        command.Parameters.Add(new() { Value = unchecked((long)ServerHash.Of(Encoding.UTF8.GetBytes(Golden), Seed)) });
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    public static async Task<TransferDigest> Read(NpgsqlConnection target, TablePlan plan, CancellationToken cancellationToken)
    {
        var (rows, sums) = await Read(target, plan, [Hash(plan.Columns, First)], cancellationToken);
        return new(rows, sums[0]);
    }

    /// <summary>The same, and a sum for each column; its values count with their row's key.</summary>
    public static async Task<(TransferDigest Rows, UInt128[] Columns)> ReadColumns(
        NpgsqlConnection target, TablePlan plan, CancellationToken cancellationToken)
    {
        var key = Hash(plan.Columns.Take(plan.KeyColumns), First);
        var columns = plan.Columns.Select((column, position) => Hash([column], position < plan.KeyColumns ? First : key));
        var (rows, sums) = await Read(target, plan, [Hash(plan.Columns, First), .. columns], cancellationToken);
        return (new(rows, sums[0]), sums[1..]);
    }

    static string First => $"{Seed}::bigint";

    static async Task<(long Rows, UInt128[] Sums)> Read(
        NpgsqlConnection target, TablePlan plan, IEnumerable<string> hashes, CancellationToken cancellationToken)
    {
        var sums = string.Concat(hashes.Select(hash => $", coalesce(sum({hash}), 0)::text"));
        await using var command = new NpgsqlCommand($"select count(*){sums} from {plan.Target.Own}", target);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return (
            reader.GetInt64(0),
            [.. Enumerable.Range(1, reader.FieldCount - 1).Select(field => unchecked((UInt128)Int128.Parse(reader.GetString(field), CultureInfo.InvariantCulture)))]);
    }

    /// <summary>The hash of columns one after the other, each with what came before it as seed.</summary>
    static string Hash(IEnumerable<ColumnPlan> columns, string first) =>
        columns.Select(column => column.Target).Aggregate(first, (before, column) => column.IsNullable || column.IsGenerated
            ? $"""hashtextextended(coalesce({Text(column)}, '') collate "C", {before} # ({SqlName.Quote(column.Name)} is null)::int::bigint)"""
            : $"""hashtextextended({Text(column)} collate "C", {before})""");

    /// <summary>What the type's output function writes, which is not for all types what a cast to text gives.</summary>
    static string Text(TransferColumn column)
    {
        var name = SqlName.Quote(column.Name);
        return column.TypeName switch
        {
            "bool" => $"textin(boolout({name}))",
            "bpchar" => $"textin(bpcharout({name}))",
            "bytea" => $"encode(sha256({name}), 'hex')",
            _ => $"{name}::text",
        };
    }
}

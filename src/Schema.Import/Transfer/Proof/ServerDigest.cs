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
        await using var command = new NpgsqlCommand(
            $"select count(*), coalesce(sum({Expression(plan.Columns)}), 0)::text from {plan.Target.Quoted}", target);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new(reader.GetInt64(0), unchecked((UInt128)Int128.Parse(reader.GetString(1), CultureInfo.InvariantCulture)));
    }

    /// <summary>The hash of a row's columns.</summary>
    public static string Expression(IEnumerable<ColumnPlan> columns) =>
        columns.Select(column => column.Target).Aggregate($"{Seed}::bigint", (before, column) => column.IsNullable || column.IsGenerated
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

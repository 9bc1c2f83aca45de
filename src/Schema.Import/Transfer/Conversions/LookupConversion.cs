using System.Text;

namespace Schema.Import.Transfer;

/// <summary>A name where an id belongs becomes the id of the row that bears it; what is an id already stays.</summary>
sealed class LookupConversion(Conversion ids, Lookup lookup) : Conversion
{
    readonly SortedSet<string> uses = new(StringComparer.Ordinal);

    public override string? Rule => $"a name of {lookup.Shown} becomes its id";

    public override string? CountedRule => $"looked up in {lookup.Shown}: {string.Join(", ", uses)}";

    public override string? Check(ReadOnlySpan<byte> value)
    {
        if (ids.Check(value) is not { } reason)
            return null;

        return lookup.Find(value) is { } id && ids.Check(id) is null ? null : $"{reason}, and names no single row of {lookup.Shown}";
    }

    public override void Write(ReadOnlySpan<byte> value, LineBuffer line)
    {
        if (ids.Check(value) is null)
        {
            ids.Write(value, line);
            return;
        }

        var id = lookup.Find(value)!;
        Changed++;
        uses.Add($"{Encoding.UTF8.GetString(value)} → {Encoding.UTF8.GetString(id)}");
        ids.Write(id, line);
    }
}

using System.Text;

namespace Schema.Import.Transfer;

/// <summary>A whole line of COPY taken apart into its fields, each in the form that counts.</summary>
sealed class LineFields(TablePlan plan)
{
    readonly UInt128[] sums = new UInt128[plan.Columns.Count];
    byte[] unescaped = new byte[1 << 12];

    /// <summary>The hash of each field of the last line.</summary>
    public ReadOnlySpan<UInt128> Sums => sums;

    /// <summary>Adds up the line: its key's hash, and its own.</summary>
    public (UInt128 Key, UInt128 Line) Add(ReadOnlySpan<byte> line)
    {
        var hash = default(LineHash);
        UInt128 key = 0;
        var field = 0;
        foreach (var part in line.Split(CopyText.Tab))
        {
            if (field > 0)
                hash.Add("\t"u8);

            var single = default(LineHash);
            Add(field, line[part], ref hash, ref single);
            sums[field++] = single.Sum();
            if (field == plan.KeyColumns)
                key = hash.Sum();
        }

        var sum = hash.Sum();
        return (plan.KeyColumns == 0 ? sum : key, sum);
    }

    /// <summary>The fields of the key, or the first field where there is none.</summary>
    public IReadOnlyList<string> Key(ReadOnlySpan<byte> line)
    {
        var parts = new List<string>();
        foreach (var part in line.Split(CopyText.Tab))
        {
            if (parts.Count == Math.Max(1, plan.KeyColumns))
                break;

            parts.Add(Encoding.UTF8.GetString(Unescaped(line[part])));
        }

        return parts;
    }

    void Add(int field, ReadOnlySpan<byte> text, ref LineHash line, ref LineHash single)
    {
        var kind = plan.Columns[field].Conversion.Canonical;
        if (kind == Canonical.Text || text.SequenceEqual(CopyText.Null))
        {
            line.Add(text);
            single.Add(text);
            return;
        }

        Span<byte> form = stackalloc byte[CanonicalField.Longest];
        form = form[..CanonicalField.Of(kind, Unescaped(text), form)];
        line.Add(form);
        single.Add(form);
    }

    ReadOnlySpan<byte> Unescaped(ReadOnlySpan<byte> text)
    {
        if (!text.Contains((byte)'\\'))
            return text;

        if (unescaped.Length < text.Length)
            unescaped = new byte[Math.Max(text.Length, unescaped.Length * 2)];

        text.CopyTo(unescaped);
        return unescaped.AsSpan(0, CopyText.Unescape(unescaped.AsSpan(0, text.Length)));
    }
}

namespace Schema.Import.Transfer;

/// <summary>Adds up lines of COPY that arrive in pieces; of the line under way only a value is kept that counts by a form of its own.</summary>
sealed class PieceHash(TablePlan plan, TransferDigest digest)
{
    readonly Canonical[] kinds = [.. plan.Columns.Select(column => column.Conversion.Canonical)];

    /// <summary>Behind this field nothing needs to be told apart.</summary>
    readonly int lastApart = Math.Max(plan.KeyColumns, 1 + plan.Columns.ToList().FindLastIndex(column => column.Conversion.Canonical != Canonical.Text));

    readonly GrowingBytes value = new();
    LineHash hash;
    UInt128 key;
    int current;

    /// <summary>The piece may be changed in place.</summary>
    public void Add(Span<byte> piece, bool endsLine)
    {
        while (current < lastApart && piece.IndexOf(CopyText.Tab) is >= 0 and var tab)
        {
            EndField(piece[..tab]);
            hash.Add(piece.Slice(tab, 1));
            piece = piece[(tab + 1)..];
        }

        if (endsLine)
            EndLine(piece);
        else if (IsText)
            hash.Add(piece);
        else
            value.Add(piece);
    }

    bool IsText => current >= lastApart || kinds[current] == Canonical.Text;

    void EndField(Span<byte> rest)
    {
        if (IsText)
            hash.Add(rest);
        else if (value.IsEmpty)
            AddForm(rest);
        else
        {
            value.Add(rest);
            AddForm(value.Bytes);
            value.Clear();
        }

        if (++current == plan.KeyColumns)
            key = hash.Sum();
    }

    void AddForm(Span<byte> text)
    {
        if (text.SequenceEqual(CopyText.Null))
        {
            hash.Add(text);
            return;
        }

        Span<byte> form = stackalloc byte[CanonicalField.Longest];
        hash.Add(form[..CanonicalField.Of(kinds[current], text[..CopyText.Unescape(text)], form)]);
    }

    void EndLine(Span<byte> rest)
    {
        EndField(rest);
        var sum = hash.Sum();
        digest.Add(plan.KeyColumns == 0 ? sum : key, sum);
        (hash, current) = (default, 0);
    }
}

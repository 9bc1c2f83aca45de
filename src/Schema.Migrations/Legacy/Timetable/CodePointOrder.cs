namespace Schema.Migrations.Timetable;

/// <summary>The order of Python's strings and of UTF-8 bytes; .NET's ordinal one puts what lies beyond U+FFFF before U+E000.</summary>
sealed class CodePointOrder : IComparer<string>
{
    public static readonly CodePointOrder Instance = new();

    public int Compare(string? x, string? y)
    {
        var left = x.AsSpan();
        var right = y.AsSpan();
        var same = left.CommonPrefixLength(right);

        return same == left.Length || same == right.Length ? left.Length - right.Length : Weight(left[same]) - Weight(right[same]);
    }

    static int Weight(char unit) => char.IsSurrogate(unit) ? unit + char.MaxValue : unit;
}

namespace Schema.Import;

/// <summary>How a CSV file is written; the defaults are those of RFC 4180, with an empty field as NULL and <c>""</c> as empty text.</summary>
public sealed record CsvFormat
{
    /// <summary>One byte in UTF-8, and neither a quote nor a line end.</summary>
    public char Delimiter
    {
        get;
        init => field = char.IsAscii(value) && value is not ('"' or '\r' or '\n')
            ? value
            : throw new ArgumentException($"'{value}' cannot delimit the fields of a CSV file.", nameof(value));
    } = ',';

    /// <summary>An unquoted field that reads like this is NULL; an empty one is then empty text.</summary>
    public string NullMarker { get; init; } = "";

    /// <summary>Columns that the record does not name are left unread, as in an export of a whole table.</summary>
    public bool AllowsOtherColumns { get; init; }
}

using System.Text;

namespace Schema.Import.MySql;

/// <summary>
/// The rows of one statement, one at a time, each field as the bytes the server sent.
/// Disposed before the end it closes the connection, because the rest of the result would still come.
/// </summary>
public sealed class MySqlRows : IAsyncDisposable
{
    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    readonly Exchange exchange;
    readonly RowLayout layout;

    internal MySqlRows(Exchange exchange, IReadOnlyList<MySqlField> fields) =>
        (this.exchange, Fields, layout) = (exchange, fields, new RowLayout(fields.Count));

    public IReadOnlyList<MySqlField> Fields { get; }

    /// <summary>How many rows were read so far.</summary>
    public long Count => exchange.Rows;

    /// <summary>How many bytes the server used for them, descriptions and lengths included.</summary>
    public long Bytes => exchange.Bytes;

    /// <summary>A field of the current row, valid until the next row is read; empty when it is NULL.</summary>
    public ReadOnlySpan<byte> this[int field] => layout.Field(exchange.Packet, field);

    public bool IsNull(int field) => layout.IsNull(field);

    /// <summary>A field of the current row as text; bytes that are not UTF-8 are an error, never replaced.</summary>
    public string? Text(int field) => IsNull(field) ? null : Utf8.GetString(this[field]);

    /// <summary>Goes to the next row; false when there is none.</summary>
    public ValueTask<bool> Read(CancellationToken cancel)
    {
        if (exchange.HasEnded)
            return ValueTask.FromResult(false);

        try
        {
            return exchange.TryNext() ? ValueTask.FromResult(Take()) : Receive(cancel);
        }
        catch (Exception failure) when (failure is InvalidDataException or ServerErrorException)
        {
            return Fail(failure);
        }
    }

    public ValueTask DisposeAsync() => exchange.HasEnded || exchange.HasFailed ? ValueTask.CompletedTask : exchange.Abandon();

    async ValueTask<bool> Receive(CancellationToken cancel)
    {
        try
        {
            await exchange.Next(cancel);
            return Take();
        }
        catch (Exception failure)
        {
            throw await exchange.Ended(failure);
        }
    }

    async ValueTask<bool> Fail(Exception failure) => throw await exchange.Ended(failure);

    bool Take()
    {
        if (exchange.TakeEnd())
            return false;

        layout.Locate(exchange.Packet);
        exchange.Rows++;
        return true;
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;

namespace Schema.Import;

/// <summary>Writes a Django dump as Python 3's <c>json.dump(…, sort_keys=True, indent=4)</c> and a final newline would.</summary>
public sealed class DjangoWriter
{
    const int Indent = 4;
    readonly PythonBuffer output;
    readonly PythonJson json;

    /// <summary>Begins the array.</summary>
    public DjangoWriter(Stream stream)
    {
        output = new PythonBuffer(stream);
        json = new PythonJson(output);
        output.Add((byte)'[');
    }

    /// <summary>How many rows were written.</summary>
    public long Count { get; private set; }

    /// <summary>How many bytes were written.</summary>
    public long Length => output.Length;

    /// <summary>One object in the same layout, for a report.</summary>
    public static string Layout(JsonObject value)
    {
        var output = new PythonBuffer(Stream.Null);
        new PythonJson(output).Object(JsonSerializer.SerializeToUtf8Bytes<JsonNode>(value), indent: 0);

        return output.ToString();
    }

    /// <summary>A row that was read, unchanged but for its layout.</summary>
    public ValueTask Write(DjangoRow row, CancellationToken cancellationToken)
    {
        Separate();
        try
        {
            json.Row(row);
        }
        catch (JsonException broken)
        {
            throw row.Refused(broken.Message);
        }

        return Sent(cancellationToken);
    }

    /// <summary>A row of our own.</summary>
    public ValueTask Write(string model, long pk, JsonObject fields, CancellationToken cancellationToken)
    {
        var row = new JsonObject { ["fields"] = fields, ["model"] = model, ["pk"] = pk };
        return Write(JsonSerializer.SerializeToUtf8Bytes<JsonNode>(row), cancellationToken);
    }

    /// <summary>A row as JSON, in whatever layout.</summary>
    public ValueTask Write(ReadOnlyMemory<byte> row, CancellationToken cancellationToken)
    {
        Separate();
        json.Object(row.Span, Indent);

        return Sent(cancellationToken);
    }

    /// <summary>Ends the array.</summary>
    public async Task Complete(CancellationToken cancellationToken)
    {
        output.Add(Count > 0 ? "\n]\n"u8 : "]\n"u8);
        await output.Send(cancellationToken);
    }

    void Separate()
    {
        if (Count++ > 0)
            output.Add((byte)',');

        json.Line(Indent);
    }

    ValueTask Sent(CancellationToken cancellationToken) => output.IsFull ? output.Send(cancellationToken) : ValueTask.CompletedTask;
}

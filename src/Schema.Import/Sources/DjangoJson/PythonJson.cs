using System.Runtime.InteropServices;
using System.Text.Json;

namespace Schema.Import;

/// <summary>Lays values out as Python's <c>json.dump(…, sort_keys=True, indent=4)</c> does.</summary>
sealed class PythonJson(PythonBuffer output)
{
    const int Indent = 4;
    static readonly byte[] Blanks = [(byte)'\n', .. Enumerable.Repeat((byte)' ', 256)];

    public void Row(DjangoRow row)
    {
        var members = Sorted(row.Members, row.Bytes);
        output.Add((byte)'{');
        for (var number = 0; number < members.Length; number++)
        {
            Key(number, members[number], row.Bytes, 2 * Indent);
            if (members[number].Value.Kind == JsonTokenType.StartObject && members[number].Key(row.Bytes).SequenceEqual("fields"u8))
                Object(row.Fields, row.Bytes, 2 * Indent);
            else
                Value(members[number].Value, row.Bytes, 2 * Indent);
        }

        Line(Indent);
        output.Add((byte)'}');
    }

    public void Line(int indent)
    {
        for (output.Add(Blanks.AsSpan(0, Math.Min(indent + 1, Blanks.Length))); indent >= Blanks.Length; indent--)
            output.Add((byte)' ');
    }

    /// <summary>The object in <paramref name="json"/>, which is nothing else.</summary>
    public void Object(ReadOnlySpan<byte> json, int indent)
    {
        var reader = new Utf8JsonReader(json);
        var members = new List<JsonMember>();
        reader.Read();
        JsonScan.TryObject(ref reader, members);
        Object(CollectionsMarshal.AsSpan(members), json, indent);
    }

    void Object(Span<JsonMember> given, ReadOnlySpan<byte> bytes, int indent)
    {
        var members = Sorted(given, bytes);
        output.Add((byte)'{');
        for (var number = 0; number < members.Length; number++)
        {
            Key(number, members[number], bytes, indent + Indent);
            Value(members[number].Value, bytes, indent + Indent);
        }

        if (members.Length > 0)
            Line(indent);

        output.Add((byte)'}');
    }

    void Key(int number, JsonMember member, ReadOnlySpan<byte> bytes, int indent)
    {
        if (number > 0)
            output.Add((byte)',');

        Line(indent);
        PythonText.Write(output, member.Key(bytes), isEscaped: false);
        output.Add(": "u8);
    }

    void Value(JsonValue value, ReadOnlySpan<byte> bytes, int indent)
    {
        var json = value.In(bytes);
        switch (value.Kind)
        {
            case JsonTokenType.String:
                PythonText.Write(output, json, value.IsEscaped);
                break;
            case JsonTokenType.Number:
                PythonNumber.Write(output, json);
                break;
            case JsonTokenType.StartObject:
                Object(json, indent);
                break;
            case JsonTokenType.StartArray:
                Array(json, indent);
                break;
            default:
                output.Add(json);
                break;
        }
    }

    void Array(ReadOnlySpan<byte> json, int indent)
    {
        var reader = new Utf8JsonReader(json);
        var number = 0;
        output.Add((byte)'[');
        for (reader.Read(); reader.Read() && reader.TokenType != JsonTokenType.EndArray; number++)
        {
            if (number > 0)
                output.Add((byte)',');

            Line(indent + Indent);
            JsonScan.TryValue(ref reader, out var value);
            Value(value, json, indent + Indent);
        }

        if (number > 0)
            Line(indent);

        output.Add((byte)']');
    }

    /// <summary>In the order of the keys' bytes, which is Python's; of a key given twice the last one counts.</summary>
    static Span<JsonMember> Sorted(Span<JsonMember> members, ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        foreach (var member in members)
        {
            var key = member.Key(bytes);
            var (at, order) = (count, 1);
            while (at > 0 && (order = key.SequenceCompareTo(members[at - 1].Key(bytes))) < 0)
                at--;

            if (at > 0 && order == 0)
            {
                members[at - 1] = member;
                continue;
            }

            members[at..count].CopyTo(members[(at + 1)..]);
            members[at] = member;
            count++;
        }

        return members[..count];
    }
}

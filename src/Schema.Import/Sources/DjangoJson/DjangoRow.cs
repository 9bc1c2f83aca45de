using System.Buffers.Text;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Schema.Import;

/// <summary>The row of a Django dump that was read last; its spans are good until the next one is read.</summary>
public sealed class DjangoRow
{
    readonly string file;
    readonly List<JsonMember> members = [];
    readonly List<JsonMember> fields = [];
    byte[] bytes = [];
    byte[] plain = new byte[256];
    int start;
    int length;
    JsonValue model;
    JsonValue pk;

    internal DjangoRow(string file) => this.file = file;

    /// <summary>Its place in the array, from 0.</summary>
    public long Index { get; internal set; }

    /// <summary>Its model, such as <c>timetables.thing</c>.</summary>
    public string Model => Encoding.UTF8.GetString(Plain(model));

    /// <summary>Its key; a text that holds an integer counts as one.</summary>
    public long Pk => Integer(pk) ?? throw Refused($"its pk is {Shown(pk)}, an integer is expected");

    internal ReadOnlySpan<byte> Bytes => bytes.AsSpan(start, length);

    internal JsonValue PkValue => pk;

    internal Span<JsonMember> Members => CollectionsMarshal.AsSpan(members);

    internal Span<JsonMember> Fields => CollectionsMarshal.AsSpan(fields);

    /// <summary>Whether it is of this model.</summary>
    public bool Is(ReadOnlySpan<byte> name) => Plain(model).SequenceEqual(name);

    /// <summary>The key that a field refers to; <see langword="null"/> when it is null or absent.</summary>
    public long? Reference(ReadOnlySpan<byte> field) => !TryField(field, out var value) || value.Kind == JsonTokenType.Null
        ? null
        : Integer(value) ?? throw Refused($"{Encoding.UTF8.GetString(field)} is {Shown(value)}, the key of a row is expected");

    /// <summary>The text of a field as UTF-8; <see langword="false"/> when it is null or absent.</summary>
    public bool TryText(ReadOnlySpan<byte> field, out ReadOnlySpan<byte> text)
    {
        text = default;
        if (!TryField(field, out var value) || value.Kind == JsonTokenType.Null)
            return false;

        if (value.Kind != JsonTokenType.String)
            throw Refused($"{Encoding.UTF8.GetString(field)} is {Shown(value)}, a text is expected");

        text = Plain(value);
        return true;
    }

    /// <summary>The text of a field that every row of its model has.</summary>
    public ReadOnlySpan<byte> Text(ReadOnlySpan<byte> field) =>
        TryText(field, out var text) ? text : throw Refused($"it has no {Encoding.UTF8.GetString(field)}");

    /// <summary>The error that this row is, named by its place, model and key.</summary>
    public SchemaException Refused(string problem) => new(ExitCode.DataRefused, $"{Name}: {problem}.", "Nothing was written. Dump it again, or correct the row.");

    internal string Name
    {
        get
        {
            var known = model.Kind == JsonTokenType.String ? $" ({Model}{(pk.Kind == JsonTokenType.None ? "" : $" {Shown(pk)}")})" : "";
            return string.Create(CultureInfo.InvariantCulture, $"{file}[{Index}]{known}");
        }
    }

    /// <summary>Takes the object whose first token has just been read; false when the bytes end first.</summary>
    internal bool TryTake(ref Utf8JsonReader reader, byte[] buffer, int from)
    {
        (bytes, start, length, model, pk) = (buffer, from, buffer.Length - from, default, default);
        members.Clear();
        fields.Clear();
        while (JsonScan.TryKey(ref reader, out var key))
        {
            if (reader.TokenType == JsonTokenType.EndObject)
                return Complete((int)reader.BytesConsumed);

            if (!TryMember(ref reader, key))
                return false;
        }

        return false;
    }

    internal bool TryField(ReadOnlySpan<byte> name, out JsonValue value)
    {
        // From the end: of a key given twice the last one counts.
        for (var number = fields.Count - 1; number >= 0; number--)
        {
            value = fields[number].Value;
            if (fields[number].Key(Bytes).SequenceEqual(name))
                return true;
        }

        value = default;
        return false;
    }

    bool TryMember(ref Utf8JsonReader reader, JsonMember member)
    {
        if (!reader.Read())
            return false;

        var key = member.Key(Bytes);
        var at = (int)reader.TokenStartIndex;
        JsonValue value;
        if (key.SequenceEqual("fields"u8) && reader.TokenType == JsonTokenType.StartObject)
        {
            if (!JsonScan.TryObject(ref reader, fields))
                return false;

            value = new JsonValue(at, (int)reader.BytesConsumed - at, JsonTokenType.StartObject, false);
        }
        else if (!JsonScan.TryValue(ref reader, out value))
        {
            return false;
        }

        model = key.SequenceEqual("model"u8) ? value : model;
        pk = key.SequenceEqual("pk"u8) ? value : pk;
        members.Add(member with { Value = value });
        return true;
    }

    bool Complete(int consumed)
    {
        length = consumed;
        if (!Utf8.IsValid(Bytes))
            throw Refused("it is not valid UTF-8");

        return model.Kind == JsonTokenType.String ? true : throw Refused("it has no model; a row of manage.py dumpdata is expected");
    }

    internal ReadOnlySpan<byte> Plain(JsonValue value)
    {
        if (!value.IsEscaped)
            return value.In(Bytes);

        if (plain.Length < value.Length)
            plain = new byte[value.Length * 2];

        try
        {
            return plain.AsSpan(0, JsonText.Unescape(Bytes, value, plain));
        }
        catch (JsonException broken)
        {
            throw Refused(broken.Message);
        }
    }

    long? Integer(JsonValue value) =>
        value.Kind is JsonTokenType.Number or JsonTokenType.String
        && Utf8Parser.TryParse(value.In(Bytes), out long number, out var read) && read == value.Length ? number : null;

    internal string Shown(JsonValue value) => value.Kind switch
    {
        JsonTokenType.None => "missing",
        JsonTokenType.String => $"'{FieldText.Shorten(Encoding.UTF8.GetString(value.In(Bytes)))}'",
        _ => FieldText.Shorten(Encoding.UTF8.GetString(value.In(Bytes))),
    };
}

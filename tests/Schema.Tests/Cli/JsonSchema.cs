using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Schema.Tests.Cli;

/// <summary>As much of JSON Schema as output.schema.json uses; an unknown keyword is an error, not a licence.</summary>
sealed class JsonSchema(JsonObject root)
{
    static readonly string[] Annotations = ["$schema", "$defs", "title", "description"];

    public static JsonSchema Output { get; } = new(
        JsonNode.Parse(File.ReadAllText(Repository.Path("src", "Schema.Cli", "Output", "output.schema.json")))!.AsObject());

    public IEnumerable<string> Commands =>
        root["oneOf"]!.AsArray().Select(form => (string?)form!["properties"]!["command"]!["const"]).OfType<string>();

    public IEnumerable<string> Check(JsonNode? value) => Check(root, value, "$");

    public IEnumerable<string> Check(JsonNode? value, string definition) => Check(Definition(definition), value, "$");

    JsonObject Definition(string name) => root["$defs"]![name]!.AsObject();

    IEnumerable<string> Check(JsonObject schema, JsonNode? value, string at) => schema
        .Where(keyword => !Annotations.Contains(keyword.Key))
        .SelectMany(keyword => Check(schema, keyword.Key, keyword.Value!, value, at));

    IEnumerable<string> Check(JsonObject schema, string keyword, JsonNode said, JsonNode? value, string at) => (keyword, value) switch
    {
        ("$ref", _) => Check(Definition(((string)said!)["#/$defs/".Length..]), value, at),
        ("oneOf", _) => OneOf(said.AsArray(), value, at),
        ("type", _) => IsOf(said, value) ? [] : [$"{at} is {TypeOf(value)}, not {said.ToJsonString()}"],
        ("const", _) => JsonNode.DeepEquals(said, value) ? [] : [$"{at} is not {said}"],
        ("enum", _) => said.AsArray().Any(one => JsonNode.DeepEquals(one, value)) ? [] : [$"{at} is none of {said.ToJsonString()}"],
        ("pattern", JsonValue text) => Regex.IsMatch((string)text!, (string)said!) ? [] : [$"{at} is '{text}', not like {said}"],
        ("items", JsonArray items) => items.SelectMany((item, i) => Check(said.AsObject(), item, $"{at}[{i}]")),
        ("properties", JsonObject members) => said.AsObject().Where(one => members.ContainsKey(one.Key))
            .SelectMany(one => Check(one.Value!.AsObject(), members[one.Key], $"{at}.{one.Key}")),
        ("required", JsonObject members) => said.AsArray().Where(name => !members.ContainsKey((string)name!)).Select(name => $"{at} lacks {name}"),
        ("additionalProperties", JsonObject members) => members
            .Where(one => !schema["properties"]!.AsObject().ContainsKey(one.Key)).Select(one => $"{at} has {one.Key}"),
        ("pattern" or "items" or "properties" or "required" or "additionalProperties", _) => [],
        _ => throw new NotSupportedException(keyword),
    };

    string[] OneOf(JsonArray choices, JsonNode? value, string at)
    {
        var complaints = choices.Select(choice => Check(choice!.AsObject(), value, at).ToArray()).ToArray();
        return complaints.Count(found => found.Length == 0) == 1 ? [] : [$"{at} fits not exactly one: {string.Join("; ", complaints.MinBy(found => found.Length)!)}"];
    }

    static bool IsOf(JsonNode type, JsonNode? value)
    {
        string[] allowed = type is JsonArray several ? [.. several.Select(one => (string)one!)] : [(string)type!];
        return allowed.Contains(TypeOf(value)) || (TypeOf(value) == "integer" && allowed.Contains("number"));
    }

    static string TypeOf(JsonNode? value) => value?.GetValueKind() switch
    {
        null or System.Text.Json.JsonValueKind.Null => "null",
        System.Text.Json.JsonValueKind.Object => "object",
        System.Text.Json.JsonValueKind.Array => "array",
        System.Text.Json.JsonValueKind.String => "string",
        System.Text.Json.JsonValueKind.Number => value.ToJsonString().Contains('.') ? "number" : "integer",
        _ => "boolean",
    };
}

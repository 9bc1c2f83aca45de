using System.Text.Json.Nodes;

namespace Schema.Cli;

static class Output
{
    public static JsonArray Array(IEnumerable<string> values) => new([.. values.Select(value => JsonValue.Create(value))]);

    public static JsonArray Array(IEnumerable<JsonObject> values) => new([.. values]);
}

using System.Text.Json.Nodes;

namespace Schema.Cli;

/// <summary>The detail of a ledger line, as the engine writes it.</summary>
static class Detail
{
    public static string Message(string message) => new JsonObject { ["message"] = message }.ToJsonString(Json.Line);
}

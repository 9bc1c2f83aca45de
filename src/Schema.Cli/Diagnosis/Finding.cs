using System.Text.Json.Nodes;

namespace Schema.Cli;

/// <summary>One thing that was looked at, whether it is well, and what to do when it is not.</summary>
sealed record Finding(string Subject, bool IsWell, string Text, params string[] Repair)
{
    public static Finding Well(string subject, string text) => new(subject, true, text);

    public static Finding Wrong(string subject, string text, params string[] repair) => new(subject, false, text, repair);

    public JsonObject Json() => new()
    {
        ["subject"] = Subject,
        ["well"] = IsWell,
        ["found"] = Text,
        ["repair"] = Output.Array(Repair),
    };
}

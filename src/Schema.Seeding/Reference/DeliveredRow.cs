using System.Text.Json;
using System.Text.Json.Nodes;

namespace Schema.Seeding;

/// <summary>A delivered row beside what stands in its place.</summary>
/// <param name="Row">What is delivered.</param>
/// <param name="IsThere">A row has its id.</param>
/// <param name="HasTime">The table keeps the time of the last change.</param>
/// <param name="Namesake">Another row that is called the same.</param>
/// <param name="Found">The columns that differ, with what they hold.</param>
sealed record DeliveredRow(JsonObject Row, bool IsThere, bool HasTime, string? Namesake, JsonObject? Found)
{
    public string Id => (string)Row["id"]!;

    public string Name => (string)Row["name"]!;

    public bool IsMissing => !IsThere && Namesake is null;

    public bool IsUnchanged => IsThere && Found is null;

    /// <summary>It is there, somebody changed it, and its name is free for it.</summary>
    public bool CanBeRestored => IsThere && Found is not null && Namesake is null;

    /// <summary>What a person did to it.</summary>
    public string Words => !IsThere
        ? $"is there under the id {Namesake}"
        : $"was changed: {string.Join(", ", Found!.Select(column => $"{column.Key} is {Shown(column.Value)}, delivered is {Shown(Row[column.Key])}"))}"
            + (Namesake is null ? "" : $"; the row {Namesake} is called so now");

    static string Shown(JsonNode? value) => value switch
    {
        null => "NULL",
        JsonValue text when text.GetValueKind() == JsonValueKind.String => $"'{text}'",
        _ => value.ToJsonString(),
    };
}

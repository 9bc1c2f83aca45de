namespace Schema.Cli;

/// <summary>Red for what went wrong, green for what is done; only for a terminal that wants it.</summary>
sealed class Paint(bool isOn)
{
    public static Paint For(bool redirected, bool refused, IReadOnlyDictionary<string, string> variables) => new(
        !redirected && !refused
        && string.IsNullOrEmpty(variables.GetValueOrDefault("NO_COLOR"))
        && variables.GetValueOrDefault("TERM") is not (null or "" or "dumb"));

    public string Red(string text) => Wrap(text, "31");

    public string Green(string text) => Wrap(text, "32");

    string Wrap(string text, string color) => isOn ? $"\e[{color}m{text}\e[0m" : text;
}

using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Schema.Cli;

/// <summary>Options that are numbers; a wrong one is named in words that are not .NET's.</summary>
static class NumberOption
{
    const double LongestTime = 100 * 24 * 3600;

    public static Option<TimeSpan?> Seconds(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "SECONDS",
        CustomParser = result => Parse(result, LongestTime) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
    };

    public static Option<int> Count(string name, string description, int otherwise) => new(name)
    {
        Description = $"{description} (default: {otherwise})",
        HelpName = "N",
        CustomParser = result => (int)(Parse(result, int.MaxValue) ?? 0),
        DefaultValueFactory = _ => otherwise,
    };

    /// <summary>A number without a fraction; there is none when it is not given.</summary>
    public static Option<int?> Whole(string name, string description, int least, int most) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
                return number;

            result.AddError($"'{text}' is no whole number from {least} to {most}.");
            return null;
        },
    };

    static double? Parse(ArgumentResult result, double most)
    {
        var text = result.Tokens[0].Value;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= most)
            return number;

        result.AddError($"'{text}' is no number from 0 to {most}.");
        return null;
    }
}

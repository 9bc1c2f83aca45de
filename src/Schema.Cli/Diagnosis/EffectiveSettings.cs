using System.Text.RegularExpressions;
using Schema.Import;

namespace Schema.Cli;

/// <summary>The settings that this program looks at, as they stand and where each came from; secrets are masked.</summary>
static partial class EffectiveSettings
{
    static readonly string[] Names =
        ["ConnectionStrings__Schema", "DATABASE_URL", "DOTNET_ENVIRONMENT", "ENV", "NO_COLOR", "SCHEMA_ENVIRONMENT"];

    static readonly string[] Prefixes = ["LEGACY_", "IMPORT_", "EC2_DATABASE_", "V1_DB_", "HEIMDALL_DB_", "MYSQL_"];

    static readonly string[] SecretWords = ["PASSWORD", "PASSWD", "PWD", "SECRET", "TOKEN", "KEY"];

    public static IReadOnlyList<Setting> Of(Settings settings) =>
    [
        .. settings.All
            .Where(setting => setting.Value.Length > 0)
            .Where(setting => Names.Contains(setting.Name) || Prefixes.Any(prefix => setting.Name.StartsWith(prefix, StringComparison.Ordinal)))
            .Select(setting => setting with { Value = Masked(setting) }),
    ];

    /// <summary>A value whose name or form says that it holds a secret; what cannot be understood is not shown at all.</summary>
    public static string Masked(Setting setting)
    {
        if (SecretWords.Any(word => setting.Name.Contains(word, StringComparison.OrdinalIgnoreCase)))
            return "***";
        if (Url.Match(setting.Value) is { Success: true } url)
            return $"{url.Groups["scheme"]}{(url.Groups["user"].Success ? $"{url.Groups["user"]}@" : "")}{url.Groups["rest"]}";

        return Pairs.IsMatch(setting.Value) ? Secret.Replace(setting.Value, "$1***") : setting.Value;
    }

    // The password ends at the last @: a careless one may hold an @ itself. What follows a ? may name a password too.
    [GeneratedRegex(@"^(?<scheme>[a-z][a-z0-9+.-]*://)(?:(?<user>[^:@/]*)(?::.*)?@)?(?<rest>[^?@]*)", RegexOptions.IgnoreCase)]
    static partial Regex Url { get; }

    [GeneratedRegex("=.*;|^[a-z ]+=", RegexOptions.IgnoreCase)]
    static partial Regex Pairs { get; }

    [GeneratedRegex("""((?:password|pwd|passwd|pass|secret|passfile)\s*=\s*)(?:"[^"]*"|'[^']*'|[^;]*)""", RegexOptions.IgnoreCase)]
    static partial Regex Secret { get; }
}

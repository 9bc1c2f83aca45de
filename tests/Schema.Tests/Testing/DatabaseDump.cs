using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Npgsql;

namespace Schema.Tests.Testing;

/// <summary>
/// Everything in a database as sorted text: two equal dumps are equal databases, column order, sequence positions and all.
/// The ledger and the history of migrations are left out.
/// </summary>
public static partial class DatabaseDump
{
    static readonly ConcurrentDictionary<string, Lazy<Task<string>>> OfTemplates = new();

    /// <summary>Equal copies are not read twice.</summary>
    public static Task<string> Of(TestDatabase database) => database.CopyOf is { } template
        ? OfTemplates.GetOrAdd(template, _ => new(() => Read(database))).Value
        : Read(database);

    static async Task<string> Read(TestDatabase database)
    {
        var address = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        var arguments = new[]
        {
            // Of comments there are only the server's own, of security labels none without a provider of such; looking for both takes long.
            "--no-comments", "--no-security-labels", "--exclude-schema=ledger", "--exclude-table=\"__EFMigrationsHistory\"",
            "-h", address.Host!, "-p", $"{address.Port}", "-U", address.Username!, address.Database!,
        };
        // Times must print alike whatever zone the server or the caller is in.
        var dump = await Shell.Run(PostgresPrograms.Find("pg_dump"), arguments, start => start.Environment["PGOPTIONS"] = "-c timezone=UTC");
        if (dump.ExitCode != 0)
            throw new InvalidOperationException($"pg_dump ended with {dump.ExitCode}: {dump.Error}");

        return Normalise(dump.Output);
    }

    /// <summary>Each object stands under a heading of its own; the headings' order follows names and dependencies, so it says nothing.</summary>
    public static string Normalise(string dump)
    {
        var objects = Heading().Split(dump).Select(Body).Where(body => body.Length > 0);
        return string.Join("\n\n", objects.Order(StringComparer.Ordinal));
    }

    static string Body(string text)
    {
        var lines = text.Split('\n').Where(line => line.Length > 0 && !Noise().IsMatch(line)).ToList();
        var first = lines.FindIndex(line => line.StartsWith("COPY ", StringComparison.Ordinal)) + 1;
        var last = lines.IndexOf("\\.");
        if (first > 0 && last > first)
            lines.Sort(first, last - first, StringComparer.Ordinal);

        return string.Join('\n', lines);
    }

    [GeneratedRegex(@"^-- (?:Data for )?Name: .*$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(--|SET |\\restrict|\\unrestrict|SELECT pg_catalog\.set_config)")]
    private static partial Regex Noise();
}

namespace Schema.Import;

/// <summary>How a live database differs from the expected one, and how many objects in it no migration made.</summary>
public sealed record Drift(IReadOnlyList<Difference> Differences, int Foreign)
{
    /// <summary>One line for a status: how much differs, and how much is not ours.</summary>
    public string Summary => (Differences.Count, Foreign) switch
    {
        (0, 0) => "none",
        (0, _) => $"none ({Count(Foreign, "object")} not made by migrations)",
        (_, 0) => Count(Differences.Count, "difference"),
        _ => $"{Count(Differences.Count, "difference")} ({Count(Foreign, "object")} not made by migrations)",
    };

    /// <summary>Everything expected is compared; what is extra counts as drift only inside what is ours.</summary>
    public static Drift Between(Catalogue expected, Catalogue live)
    {
        var ours = expected.Lines.Select(line => line.Home).OfType<string>().ToHashSet();
        var unexpected = live.Lines.Where(line => expected.Find(line.Key) is null).ToArray();
        var extra = unexpected.Where(line => line.Home is { } home && ours.Contains(home)).ToArray();
        var foreign = unexpected.Except(extra).Count(line => line.Table is null && line.Kind != CatalogueKind.Schema);

        return new Drift([.. Lacking(expected, live), .. extra.Select(Extra)], foreign);
    }

    /// <summary>What one migration made and the live database lacks or has otherwise, and what it removed and is still there.</summary>
    public static IReadOnlyList<Difference> OfMigration(Catalogue before, Catalogue after, Catalogue live)
    {
        var removed = before.Lines.Where(line => after.Find(line.Key) is null).ToArray();
        var relations = removed.Where(line => line.Home == line.Name).Select(line => line.Name).ToHashSet();
        var left = removed.Where(line => line.Home == line.Name || line.Home is null || !relations.Contains(line.Home))
            .Select(line => live.Find(line.Key)).OfType<CatalogueLine>();

        return [.. Lacking(Catalogue.MadeBy(before, after), live), .. left.Select(Extra)];
    }

    static IEnumerable<Difference> Lacking(Catalogue expected, Catalogue live)
    {
        foreach (var group in expected.Lines.GroupBy(line => line.Home))
        {
            if (group.Key is { } home && !live.HasRelation(home))
            {
                yield return new Difference(MissingRelation(group, home), "", null);
                continue;
            }

            foreach (var difference in group.Select(line => Compare(line, live.Find(line.Key))).OfType<Difference>())
                yield return difference;

            if (group.Key is { } table && Order(expected, live, table) is { } order)
                yield return order;
        }
    }

    /// <summary>The one sentence that stands for a relation's columns, keys and indexes as well.</summary>
    static string MissingRelation(IEnumerable<CatalogueLine> lines, string home) =>
        lines.FirstOrDefault(line => line.Name == home)?.Label ?? $"table {home}";

    static Difference? Compare(CatalogueLine expected, CatalogueLine? found) => found switch
    {
        null => new Difference(expected.Label, expected.Definition, null),
        _ when found.Table != expected.Table => new Difference(expected.Label, Placed(expected), Placed(found)),
        _ when found.Definition != expected.Definition => new Difference(expected.Label, expected.Definition, found.Definition),
        _ => null,
    };

    static string Placed(CatalogueLine line) => line.Table is null ? line.Definition : $"on {line.Table}: {line.Definition}";

    /// <summary>Only columns that both have can stand in another order; a missing or extra one is a difference of its own.</summary>
    static Difference? Order(Catalogue expected, Catalogue live, string table)
    {
        var (wanted, there) = (expected.Columns(table).Select(column => column.Name), live.Columns(table).Select(column => column.Name));
        var (first, second) = (wanted.Intersect(there).ToArray(), there.Intersect(wanted).ToArray());

        return first.SequenceEqual(second) ? null : new Difference($"order of columns in {table}", Listed(first), Listed(second));
    }

    static string Listed(IEnumerable<string> columns) => string.Join(", ", columns.Select(name => CatalogueName.Of(CatalogueName.Parts(name)[^1])));

    static Difference Extra(CatalogueLine line) => new(line.Label, null, line.Definition);

    static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : $"{number} {noun}s";
}

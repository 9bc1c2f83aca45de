namespace Schema.Import.Transfer;

/// <summary>Finds the one that is meant: by the exact name, then whatever its case; two that differ in case alone are an error.</summary>
static class NameMatch
{
    public static T? Find<T>(string name, IReadOnlyList<T> candidates, Func<T, string> nameOf, string what)
        where T : class
    {
        var exact = candidates.FirstOrDefault(candidate => nameOf(candidate) == name);
        if (exact is not null)
            return exact;

        var similar = candidates.Where(candidate => nameOf(candidate).Equals(name, StringComparison.OrdinalIgnoreCase)).ToList();
        return similar.Count <= 1
            ? similar.FirstOrDefault()
            : throw new SchemaException(
                ExitCode.Usage,
                $"{what}{name} could be any of {string.Join(", ", similar.Select(nameOf))}: they differ in upper and lower case alone.",
                $"Say which one: --map {name}={nameOf(similar[0])}");
    }
}

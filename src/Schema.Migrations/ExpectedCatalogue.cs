using Schema.Import;

namespace Schema.Migrations;

/// <summary>The shape that each migration leaves, as text beside the migrations: no second database is needed to know it.</summary>
public static class ExpectedCatalogue
{
    public static Catalogue After(string? migration) => migration is null ? Catalogue.Empty : Catalogue.Parse(Text(migration));

    /// <summary>Not so where a migration was made by <c>dotnet ef migrations add</c> alone.</summary>
    public static bool Knows(string? migration) => migration is null || Open(migration) is not null;

    static string Text(string migration)
    {
        using var stream = Open(migration) ?? throw new SchemaException(
                ExitCode.Usage,
                $"The program holds no expected catalogue for {migration}.",
                "In the checkout: schema catalogue write, then build again.");
        using var reader = new StreamReader(stream);

        return reader.ReadToEnd();
    }

    static Stream? Open(string migration) => typeof(ExpectedCatalogue).Assembly.GetManifestResourceStream($"{migration}.txt");
}

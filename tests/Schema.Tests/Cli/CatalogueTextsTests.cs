using Schema.Cli;
using Schema.Import;
using Schema.Migrations;

namespace Schema.Tests.Cli;

public class CatalogueTextsTests
{
    [Fact]
    public async Task Each_migration_leaves_the_shape_that_is_written_beside_it()
    {
        await using var empty = await TestDatabase.Empty();

        var made = await CatalogueTexts.Make(DatabaseAddress.Parse(empty.ConnectionString), CancellationToken.None);

        var folder = Repository.Path(CatalogueTexts.Folder);
        Assert.Equal(made.Keys.Order(), Directory.GetFiles(folder).Select(Path.GetFileNameWithoutExtension).Order());
        foreach (var (migration, text) in made)
        {
            Assert.Equal(await File.ReadAllTextAsync(Path.Combine(folder, $"{migration}.txt")), text);
            Assert.Equal(Import.Catalogue.Parse(text).ToString(), ExpectedCatalogue.After(migration).ToString());
        }
    }

    [Fact]
    public async Task Only_what_differs_is_written_and_what_has_no_migration_goes()
    {
        var folder = Directory.CreateTempSubdirectory("schema-catalogue-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "1_Same.txt"), "same");
        await File.WriteAllTextAsync(Path.Combine(folder, "2_Other.txt"), "old");
        await File.WriteAllTextAsync(Path.Combine(folder, "3_Gone.txt"), "gone");

        var written = await CatalogueTexts.Write(
            folder, new Dictionary<string, string> { ["1_Same"] = "same", ["2_Other"] = "new", ["4_New"] = "first" }, CancellationToken.None);

        Assert.Equal(["2_Other.txt", "4_New.txt"], written.Select(Path.GetFileName));
        Assert.Equal(["1_Same.txt", "2_Other.txt", "4_New.txt"], Directory.GetFiles(folder).Select(Path.GetFileName).Order());
        Directory.Delete(folder, recursive: true);
    }
}

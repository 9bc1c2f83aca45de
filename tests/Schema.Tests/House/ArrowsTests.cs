using System.Xml.Linq;

namespace Schema.Tests.House;

public class ArrowsTests
{
    [Theory]
    [InlineData("Schema", "")]
    [InlineData("Schema.Import", "")]
    [InlineData("Schema.Migrations", "Schema Schema.Import")]
    [InlineData("Schema.Seeding", "Schema Schema.Import")]
    [InlineData("Schema.Cli", "Schema Schema.Import Schema.Migrations Schema.Seeding")]
    public void Arrows_point_down_only(string project, string allowed)
    {
        var path = Repository.Path("src", project, $"{project}.csproj");
        if (!File.Exists(path))
            return;

        var references = XDocument.Load(path).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value));

        Assert.Empty(references.Except(allowed.Split(' ')));
    }

    [Fact]
    public void An_application_that_references_Schema_gets_no_driver()
    {
        var packages = XDocument.Load(Repository.Path("src", "Schema", "Schema.csproj")).Descendants("PackageReference")
            .Select(package => package.Attribute("Include")!.Value);

        Assert.Equal(["Microsoft.EntityFrameworkCore.Relational"], packages);
    }

    [Fact]
    public void The_engine_knows_none_of_our_tables()
    {
        var names = typeof(SchemaContext).Assembly.GetReferencedAssemblies().Select(name => name.Name);
        var engine = typeof(Schema.Import.DataImport).Assembly.GetReferencedAssemblies().Select(name => name.Name);

        Assert.DoesNotContain("Schema.Import", names);
        Assert.DoesNotContain("Schema", engine);
    }
}

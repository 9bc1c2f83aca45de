using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Schema.Import;
using Schema.Migrations;

namespace Schema.Tests.House;

/// <summary>EF Core builds an empty database by running old migrations with today's assemblies: history may not know today.</summary>
public partial class FrozenHistoryTests
{
    static readonly string[] Entities = [.. typeof(SchemaContext).Assembly.GetExportedTypes().Select(type => type.Name).Where(name => name != nameof(SchemaContext))];

    public static TheoryData<string> History =>
    [
        .. SourceFile.All.Where(file => IsHistory(file.Path) && !file.IsGenerated).Select(file => file.Path),
    ];

    [Theory]
    [MemberData(nameof(History))]
    public void History_uses_its_own_folder_and_the_engine_never_todays_entities(string path)
    {
        var words = Words().Matches(new SourceFile(path).Code).Select(match => match.Value).ToHashSet();

        Assert.DoesNotContain(Entities, name => words.Contains(name) && !DeclaredInHistory(name));
        Assert.DoesNotContain("Seeding", words);
    }

    [Fact]
    public void What_was_released_is_not_edited()
    {
        var changed = File.ReadLines(Repository.Path("src", "Schema.Migrations", "released.sha256"))
            .Select(line => line.Split("  ", 2))
            .Where(parts => parts[0] != Hash(Repository.Path(parts[1])))
            .Select(parts => parts[1]);

        Assert.Empty(changed);
    }

    [Fact]
    public void What_cannot_run_in_a_transaction_stands_alone_in_its_migration()
    {
        using var context = SchemaContextFactory.Create(
            DatabaseAddress.Parse("postgres://nobody@localhost/none"), new EngineOptions { Settings = Settings.Load(Path.GetTempPath()) });
        var assembly = context.GetService<IMigrationsAssembly>();
        var generator = context.GetService<IMigrationsSqlGenerator>();

        foreach (var (id, type) in assembly.Migrations)
        {
            var operations = assembly.CreateMigration(type, context.Database.ProviderName!).UpOperations;
            Assert.True(
                operations.Count == 1 || generator.Generate(operations).All(command => !command.TransactionSuppressed),
                $"{id} mixes an operation without a transaction with others.");
        }
    }

    static bool IsHistory(string path) =>
        path.StartsWith("src/Schema.Migrations/Migrations/", StringComparison.Ordinal)
        || path.StartsWith("src/Schema.Migrations/Legacy/", StringComparison.Ordinal);

    static bool DeclaredInHistory(string name) =>
        typeof(SchemaContextFactory).Assembly.GetTypes().Any(type => type.Name == name);

    static string Hash(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));

    [GeneratedRegex(@"\b[A-Z]\w+\b")]
    private static partial Regex Words();
}

using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Schema.Import;
using Schema.Migrations;

namespace Schema.Tests.House;

/// <summary>EF Core builds an empty database by running old migrations with today's assemblies: history may not know today.</summary>
public class FrozenHistoryTests
{
    [Fact]
    public void History_uses_its_own_folder_and_the_engine_never_todays_entities()
    {
        using var stream = File.OpenRead(typeof(SchemaContextFactory).Assembly.Location);
        using var file = new PEReader(stream);
        var metadata = file.GetMetadataReader();
        var used = metadata.TypeReferences.Select(metadata.GetTypeReference)
            .Where(type => type.ResolutionScope.Kind == HandleKind.AssemblyReference)
            .Where(type => IsModel(metadata, metadata.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope)))
            .Select(type => metadata.GetString(type.Name));

        Assert.Equal([nameof(SchemaContext)], used);
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

    static bool IsModel(MetadataReader metadata, AssemblyReference assembly) =>
        metadata.StringComparer.Equals(assembly.Name, typeof(SchemaContext).Assembly.GetName().Name!);

    static string Hash(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
}

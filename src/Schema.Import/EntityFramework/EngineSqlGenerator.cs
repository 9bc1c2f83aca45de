using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.Internal;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata.Internal;
using Npgsql.EntityFrameworkCore.PostgreSQL.Migrations;

namespace Schema.Import;

/// <summary>Npgsql's SQL, and for what SQL alone cannot do, commands of our own.</summary>
// The constructor of Npgsql's generator asks for a singleton-options interface that is internal API.
#pragma warning disable EF1001
sealed class EngineSqlGenerator(MigrationsSqlGeneratorDependencies dependencies, INpgsqlSingletonOptions options)
    : NpgsqlMigrationsSqlGenerator(dependencies, options)
{
    /// <summary>Everything between two imports is Npgsql's; each import becomes a command at its place.</summary>
    public override IReadOnlyList<MigrationCommand> Generate(
        IReadOnlyList<MigrationOperation> operations,
        IModel? model = null,
        MigrationsSqlGenerationOptions options = MigrationsSqlGenerationOptions.Default)
    {
        var commands = new List<MigrationCommand>();
        var plain = new List<MigrationOperation>();
        foreach (var operation in operations)
        {
            if (operation is not ImportOperation import)
            {
                plain.Add(operation);
                continue;
            }

            commands.AddRange(base.Generate([.. plain], model, options));
            commands.Add(Command(import));
            plain.Clear();
        }

        return [.. commands, .. base.Generate(plain, model, options)];
    }

    /// <summary>A concurrent build that was cut off leaves an invalid index of the same name; a second run starts from nothing.</summary>
    protected override void Generate(
        CreateIndexOperation operation, IModel? model, MigrationCommandListBuilder builder, bool terminate = true)
    {
        if (operation[NpgsqlAnnotationNames.CreatedConcurrently] as bool? == true)
            builder.Append(DropInvalid(operation)).EndCommand(suppressTransaction: true);

        base.Generate(operation, model, builder, terminate);
    }
#pragma warning restore EF1001

    ImportCommand Command(ImportOperation operation) => new(
        operation,
        EngineExtension.From(Dependencies.CurrentContext.Context),
        Dependencies.CommandBuilderFactory.Create().Append(Refusal(operation)).Build(),
        Dependencies.CurrentContext.Context,
        Dependencies.Logger);

    /// <summary>What a generated script says: it fails loudly instead of leaving the data out.</summary>
    static string Refusal(ImportOperation operation)
    {
        var (what, command) = operation.IsUndo ? ("takes back", "schema down") : ("imports", "schema up");
        var message = $"This migration {what} legacy data ({operation.Import.Name}), which a SQL script cannot do. Run: {command}";
        return $"""
            do $import$
            begin
                raise exception {SqlName.Literal(message.Replace("%", "%%"))};
            end $import$;

            """;
    }

    static string DropInvalid(CreateIndexOperation operation)
    {
        var name = SqlName.Quote(operation.Schema ?? "public", operation.Name);
        return $"""
            do $invalid$
            begin
                if exists (select from pg_index where indexrelid = to_regclass({SqlName.Literal(name)}) and not indisvalid) then
                    drop index {name};
                end if;
            end $invalid$;
            """;
    }
}

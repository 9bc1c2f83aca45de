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
    /// <summary>A concurrent build that was cut off leaves an invalid index of the same name; a second run starts from nothing.</summary>
    protected override void Generate(
        CreateIndexOperation operation, IModel? model, MigrationCommandListBuilder builder, bool terminate = true)
    {
        if (operation[NpgsqlAnnotationNames.CreatedConcurrently] as bool? == true)
            builder.Append(DropInvalid(operation)).EndCommand(suppressTransaction: true);

        base.Generate(operation, model, builder, terminate);
    }
#pragma warning restore EF1001

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

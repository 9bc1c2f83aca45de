using System.CommandLine;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Schema.Import;
using Schema.Migrations;

namespace Schema.Cli;

sealed class ScriptCommand : SchemaCommand
{
    static readonly Argument<string?> From = new("FROM")
    {
        Description = "The migration that the database has (default: 0, none)",
        Arity = ArgumentArity.ZeroOrOne,
    };

    static readonly Argument<string?> To = new("TO")
    {
        Description = "The last migration of the script (default: the newest)",
        Arity = ArgumentArity.ZeroOrOne,
    };

    static readonly Option<bool> Idempotent = new("--idempotent") { Description = "Pass over what the database already has" };

    static readonly Option<FileInfo?> File = new("--output", "-o") { Description = "Write the SQL into FILE", HelpName = "FILE" };

    public ScriptCommand()
        : base("script", "The SQL of the migrations, as text")
    {
        Arguments.Add(From);
        Arguments.Add(To);
        Options.Add(Idempotent);
        Options.Add(File);
    }

    public override async Task<ExitCode> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var sql = Generate(invocation);
        if (invocation.Value(File) is { } file)
        {
            await System.IO.File.WriteAllTextAsync(file.FullName, sql, cancellationToken);
            invocation.Screen.Done($"wrote {file.FullName}");
            return invocation.Screen.Result(new JsonObject { ["file"] = file.FullName });
        }

        invocation.Screen.Say(sql.TrimEnd());
        return invocation.Screen.Result(new JsonObject { ["sql"] = sql });
    }

    static string Generate(Invocation invocation)
    {
        // Text needs no server, so this command needs no address.
        using var context = SchemaContextFactory.Create(DatabaseAddress.Parse("Host=localhost"), invocation.Options);
        return context.GetService<IMigrator>().GenerateScript(
            Resolve(invocation.Value(From)) ?? Migration.InitialDatabase,
            Resolve(invocation.Value(To)),
            invocation.Value(Idempotent) ? MigrationsSqlGenerationOptions.Idempotent : MigrationsSqlGenerationOptions.Default);
    }

    static string? Resolve(string? word) => word is null or Migration.InitialDatabase ? word : KnownMigrations.Resolve(word);
}

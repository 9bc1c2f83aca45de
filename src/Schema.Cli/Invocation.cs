using System.CommandLine;
using Npgsql;
using Schema.Import;
using Schema.Migrations;

namespace Schema.Cli;

/// <summary>One call of the program: its words, its settings and the screen it speaks to.</summary>
sealed class Invocation
{
    readonly ParseResult words;

    Invocation(ParseResult words, Screen screen, Settings settings)
    {
        (this.words, Screen, Settings) = (words, screen, settings);
        Options = new EngineOptions { Settings = Settings, AllowProduction = Production, Progress = Screen.Progress, ImportProgress = Screen };
    }

    public Screen Screen { get; }

    public Surroundings Around => Screen.Around;

    public Settings Settings { get; }

    /// <summary>How the engine works for this call; the identity in it is the call's own.</summary>
    public EngineOptions Options { get; }

    /// <summary>Words that no argument or option of the command took, where the command allows such.</summary>
    public IReadOnlyList<string> Leftover => words.UnmatchedTokens;

    public bool Yes => words.GetValue(GlobalOptions.Yes);

    public bool Production => words.GetValue(GlobalOptions.Production);

    public static Invocation From(ParseResult words, Screen screen)
    {
        var options = new Dictionary<string, string>();
        if (words.GetValue(GlobalOptions.Database) is { } database)
            options["DATABASE_URL"] = database;
        if (words.GetValue(GlobalOptions.Environment) is { } environment)
            options["SCHEMA_ENVIRONMENT"] = environment;

        return new(words, screen, Settings.Load(screen.Around.Folder, options, screen.Around.Variables));
    }

    public T? Value<T>(Option<T> option) => words.GetValue(option);

    public T? Value<T>(Argument<T> argument) => words.GetValue(argument);

    public Task<TargetDatabase> Database(CancellationToken cancellationToken) => TargetDatabase.Resolve(Settings, cancellationToken);

    public Task<EnvironmentGuard> Guard(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        EnvironmentGuard.For(connection, Settings, underDotnetEf: false, cancellationToken);

    /// <summary>Before anything is asked: in Production only who says --production goes on.</summary>
    public async Task RefuseProduction(NpgsqlConnection connection, string what, string how, CancellationToken cancellationToken)
    {
        var guard = await Guard(connection, cancellationToken);
        if (guard.IsProduction && !Production)
            throw new SchemaException(
                ExitCode.Guarded,
                $"{what} is refused: this database counts as Production, because {guard.Because}.",
                $"{how} --production");
    }

    /// <summary>Asks, and says no with exit code 5.</summary>
    public void Confirm(string question, string otherwise)
    {
        if (!Screen.Confirm(question, Yes))
            throw new SchemaException(ExitCode.Guarded, otherwise);
    }

    public SchemaContext Context(TargetDatabase database, EngineOptions? options = null) =>
        SchemaContextFactory.Create(database.Address, options ?? Options);
}

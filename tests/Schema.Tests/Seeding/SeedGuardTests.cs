using Schema.Tests.Cli;
using SchemaProgram = Schema.Tests.Cli.SchemaProgram;

namespace Schema.Tests.Seeding;

public class SeedGuardTests
{
    const string Refused = "Sample data is refused: this database counts as Production, because";
    const string Nothing = "Nothing was changed. It is for Development and Staging: SCHEMA_ENVIRONMENT=staging, where that is so.";

    [Theory]
    [InlineData("", "no environment is set, and the database is not the project's own")]
    [InlineData("SCHEMA_ENVIRONMENT=production", "SCHEMA_ENVIRONMENT=production")]
    [InlineData("SCHEMA_ENVIRONMENT=PRODUCTION", "SCHEMA_ENVIRONMENT=PRODUCTION")]
    [InlineData("DOTNET_ENVIRONMENT=Production", "DOTNET_ENVIRONMENT=Production")]
    [InlineData("SCHEMA_ENVIRONMENT=staging ENV=PrOduction", "ENV=production")]
    [InlineData("SCHEMA_ENVIRONMENT=staging environment=Production", "environment=Production")]
    public async Task Production_takes_no_sample_data_whatever_else_is_said(string settings, string because)
    {
        await using var database = await Databases.At("MarketRules");

        (await Run(database, settings, "seed", "users", "--production", "--yes")).Is(5, "", $"{Refused} {because}.\n  {Nothing}");
        Assert.Equal(["0"], await database.Rows("select count(*) from users"));
    }

    [Theory]
    [InlineData("SCHEMA_ENVIRONMENT=prod", "SCHEMA_ENVIRONMENT says 'prod', which is no environment.")]
    [InlineData("DOTNET_ENVIRONMENT=test", "DOTNET_ENVIRONMENT says 'test', which is no environment.")]
    [InlineData("SCHEMA_ENVIRONMENT=staging ENV=prod", "ENV says 'prod', which is no environment.")]
    public async Task A_word_that_nobody_knows_opens_nothing(string settings, string said)
    {
        await using var database = await Databases.At("MarketRules");

        (await Run(database, settings, "seed", "users")).Is(2, "", $"{said}\n  Use development, staging or production.");
    }

    [Theory]
    [InlineData("SCHEMA_ENVIRONMENT=Staging")]
    [InlineData("DOTNET_ENVIRONMENT=development ENV=/home/ann/.shrc")]
    public async Task Staging_and_Development_take_it(string settings)
    {
        await using var database = await Databases.At("MarketRules");
        await Run(database, settings, "seed", "tickers");

        Assert.Equal(0, (await Run(database, settings, "seed", "users")).ExitCode);
    }

    [Fact]
    public async Task The_mark_inside_the_database_wins_over_every_word()
    {
        await using var database = await Databases.At("MarketRules");
        await SchemaProgram.On(database, "doctor", "--mark", "production");
        const string marked = "this database counts as Production, because the mark in the database says so.";

        (await SchemaProgram.On(database, "seed", "users", "--environment", "development")).Is(5, "", $"Sample data is refused: {marked}\n  {Nothing}");
        (await SchemaProgram.On(database, "seed", "users", "--environment", "staging", "--production")).Is(5, "", $"Sample data is refused: {marked}\n  {Nothing}");
        (await SchemaProgram.On(database, "seed", "reference")).Is(5, "", $"seed reference is refused: {marked}\n  schema seed reference --production");
        (await SchemaProgram.On(database, "seed", "tickers", "--environment", "development")).Is(5, "", $"seed tickers is refused: {marked}\n  schema seed tickers --production");
        Assert.Equal(0, (await SchemaProgram.On(database, "seed", "tickers", "--production")).ExitCode);

        await SchemaProgram.On(database, "doctor", "--mark", "staging", "--production", "--yes");
        Assert.Equal(0, (await Run(database, "ENV=production", "seed", "users")).ExitCode);
    }

    static Task<Finished> Run(TestDatabase database, string settings, params string[] words) =>
        SchemaProgram.With(database, settings.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(setting => setting.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]), words);
}

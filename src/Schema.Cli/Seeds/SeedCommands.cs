namespace Schema.Cli;

/// <summary>What fills a database that no legacy system fills.</summary>
static class SeedCommands
{
    public static CommandGroup Group => new(
        "seed",
        "Reference data, tickers and sample people, each as often as one likes",
        new SeedReferenceCommand(),
        new SeedTickersCommand(),
        new SeedUsersCommand());
}

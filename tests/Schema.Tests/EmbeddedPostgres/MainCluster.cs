namespace Schema.Tests.EmbeddedPostgres;

/// <summary>One running cluster, for tests that change nothing about it; its path is as awkward as paths get.</summary>
public sealed class MainCluster : IAsyncLifetime
{
    internal Checkout Checkout { get; } = Checkout.Create("a check-out's \"$(touch place)\"", copiesClusters: false);

    public Finished Started { get; private set; } = null!;

    public string Url => Started.Output.TrimEnd('\n');

    public async Task InitializeAsync() => Started = await Checkout.Postgres("start");

    public Task DisposeAsync() => Checkout.DisposeAsync().AsTask();
}

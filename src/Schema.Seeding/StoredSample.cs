using Npgsql;

namespace Schema.Seeding;

/// <summary>A legacy system that is a PostgreSQL database.</summary>
public abstract class StoredSample : SampleSystem
{
    public override async Task<string> Make(SamplePlace place, int people, CancellationToken cancellationToken)
    {
        var address = await SampleDatabase.Recreate(place.Server, place.Address, $"{place.Prefix}_{Name}", cancellationToken);
        await using var empty = await SampleDatabase.Open(address, cancellationToken);
        await Fill(empty, people, cancellationToken);

        return address.ConnectionString;
    }

    /// <summary>Makes its tables and rows in an empty database.</summary>
    public abstract Task Fill(NpgsqlConnection empty, int people, CancellationToken cancellationToken);
}

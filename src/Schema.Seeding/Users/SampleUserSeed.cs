using Npgsql;
using Schema.Import;

namespace Schema.Seeding;

/// <summary>Brings the sample users, inside the caller's transaction; whoever is there, deleted or not, is left as he is.</summary>
public sealed class SampleUserSeed(NpgsqlConnection connection)
{
    const string InTheWay = """
        select coalesce(u.email, u.id::text), u.is_deleted, u.id = $1, coalesce(lower(btrim(u.email) collate "C") = $2, false),
               coalesce(u.auth_provider = $3 and u.auth_provider_id = $4, false)
        from users u
        left join user_profiles p on p.user_id = u.id and lower(p.display_name collate "C") = lower($5 collate "C")
        where u.id = $1 or lower(btrim(u.email) collate "C") = $2 or (u.auth_provider = $3 and u.auth_provider_id = $4) or p.user_id is not null
        order by u.is_deleted, u.id <> $1
        limit 1
        """;

    const string Insert = """
        with person as (
            insert into users (id, email, first_name, last_name, auth_provider, auth_provider_id)
            values ($1, $2, $6, $7, $3, $4)
        ), profile as (
            insert into user_profiles (user_id, display_name, timezone, bio) values ($1, $5, $8, $9)
        ), channel as (
            insert into user_notification_channels (id, user_id, channel_type, channel_value, is_verified)
            values ($10, $1, 'email', $2, true)
        )
        insert into user_ticker_follows (id, user_id, ticker, "order")
        select id, $1, ticker, place - 1 from unnest($11, $12) with ordinality as follow (id, ticker, place)
        """;

    const string Present = "";

    public static IReadOnlyList<string> Needed { get; } = ["ticker", "user_notification_channels", "user_profiles", "user_ticker_follows", "users"];

    public async Task<SampleUserReport> Run(CancellationToken cancellationToken)
    {
        await SeedTables.Lock(connection, Needed, cancellationToken);
        var obstacles = new List<(SampleUser User, string? Obstacle)>();
        foreach (var user in SampleUser.All)
            obstacles.Add((user, await Obstacle(user, cancellationToken)));

        var missing = obstacles.Where(found => found.Obstacle is null).Select(found => found.User).ToList();
        await KnownTickers.Require(connection, [.. missing.SelectMany(user => user.Follows)], cancellationToken);
        foreach (var user in missing)
            await Add(user, cancellationToken);

        return new SampleUserReport(
            [.. missing.Select(user => user.Email)],
            [.. obstacles.Where(found => found.Obstacle == Present).Select(found => found.User.Email)],
            [.. obstacles.Select(found => found.Obstacle).Where(obstacle => obstacle is not (null or Present)).OfType<string>()]);
    }

    /// <summary>Nothing, when the way is free; otherwise that the user is there, or what to tell.</summary>
    async Task<string?> Obstacle(SampleUser user, CancellationToken cancellationToken)
    {
        await using var command = Command(InTheWay, user);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
            return null;

        var (who, isDeleted) = (reader.GetString(0), reader.GetBoolean(1));
        var (hasId, hasEmail, hasAccount) = (reader.GetBoolean(2), reader.GetBoolean(3), reader.GetBoolean(4));
        if (hasEmail && !isDeleted)
            return Present;
        if (isDeleted && (hasId || hasEmail || hasAccount))
            return $"{user.Email} was deleted and is left alone";

        return $"{user.Email} is left out: {who} has {(hasId ? "the id" : hasAccount ? $"the {SampleUser.AuthProvider} account {user.AuthProviderId}" : $"the display name {user.DisplayName}")}";
    }

    async Task Add(SampleUser user, CancellationToken cancellationToken)
    {
        await using var command = Command(Insert, user);
        foreach (var value in new[] { user.FirstName, user.LastName, user.Timezone, user.Bio })
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = value });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = user.ChannelId });
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. user.Follows.Select(user.FollowId)] });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. user.Follows] });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    NpgsqlCommand Command(string sql, SampleUser user)
    {
        var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = user.Id });
        foreach (var value in new[] { Folding.Email(user.Email), SampleUser.AuthProvider, user.AuthProviderId, user.DisplayName })
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = value });

        return command;
    }
}

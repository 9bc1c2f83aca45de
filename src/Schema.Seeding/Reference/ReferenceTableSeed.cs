using System.Text.Json.Nodes;
using Npgsql;
using NpgsqlTypes;
using Schema.Import;

namespace Schema.Seeding;

/// <summary>One table of reference data: what is missing is added, what differs is put back only when that is asked for.</summary>
sealed class ReferenceTableSeed(NpgsqlConnection connection, ReferenceTable table, Dictionary<string, string> standIns, bool reset)
{
    const int MostNamed = 5;

    readonly List<string> remarks = [];
    int added;
    int unchanged;
    int restored;
    int left;

    string Quoted => SqlName.Quote(table.Name);

    public async Task<ReferenceTableReport> Run(CancellationToken cancellationToken)
    {
        var compared = await Compare(cancellationToken);
        if (reset && await FreeNames(compared, cancellationToken))
            compared = await Compare(cancellationToken);

        foreach (var delivered in compared)
            await Settle(delivered, cancellationToken);

        var own = await Own(cancellationToken);
        if (own.Count > 0)
            remarks.Add($"{table.Name}: not ours, left as they are: {string.Join(", ", own.Take(MostNamed))}{(own.Count > MostNamed ? $" and {own.Count - MostNamed} more" : "")}");

        return new ReferenceTableReport(table.Name, added, unchanged, restored, left, own.Count, remarks);
    }

    /// <summary>Delivered rows that have each other's names make way before they are put back; a name that is somebody's own stays taken.</summary>
    async Task<bool> FreeNames(List<DeliveredRow> compared, CancellationToken cancellationToken)
    {
        var returning = compared.Where(row => row.IsThere && !row.IsUnchanged).ToDictionary(row => row.Id);
        while (returning.Values.FirstOrDefault(row => row.Namesake is { } namesake && !returning.ContainsKey(namesake)) is { } blocked)
            returning.Remove(blocked.Id);

        string[] inTheWay = [.. returning.Values.Select(row => row.Namesake).OfType<string>()];
        if (inTheWay.Length == 0)
            return false;

        await using var command = new NpgsqlCommand($"update {Quoted} set name = id::text where id::text = any ($1)", connection);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = inTheWay });
        await command.ExecuteNonQueryAsync(cancellationToken);
        return true;
    }

    async Task Settle(DeliveredRow delivered, CancellationToken cancellationToken)
    {
        if (delivered.IsMissing)
            added += await Insert(delivered.Row, cancellationToken);
        else if (delivered.IsUnchanged)
            unchanged++;
        else if (reset && delivered.CanBeRestored)
            restored += await PutBack(delivered, cancellationToken);
        else
            Leave(delivered);
    }

    void Leave(DeliveredRow delivered)
    {
        left++;
        if (!delivered.IsThere)
            standIns[delivered.Id] = delivered.Namesake!;

        remarks.Add($"{table.Name}: {delivered.Name} {delivered.Words}; left as it is");
    }

    /// <summary>Values are compared as JSON: 80 is 80.00, and NULL is NULL.</summary>
    async Task<List<DeliveredRow>> Compare(CancellationToken cancellationToken)
    {
        var sameName = string.Join(" and ", table.NaturalKey.Select(column => $"to_jsonb(o) -> {SqlName.Literal(column)} = d.row -> {SqlName.Literal(column)}"));
        await using var command = new NpgsqlCommand(
            $"""
            select d.row::text, t.id is not null, coalesce(to_jsonb(t) ? 'updated_at', false), o.id::text,
                   (select jsonb_object_agg(key, to_jsonb(t) -> key) from jsonb_each(d.row) where to_jsonb(t) -> key is distinct from value)::text
            from jsonb_array_elements($1) with ordinality d (row, place)
            left join {Quoted} t on t.id = (d.row ->> 'id')::uuid
            left join {Quoted} o on {sameName} and o.id <> (d.row ->> 'id')::uuid
            order by d.place
            """,
            connection);
        command.Parameters.Add(Json(new JsonArray([.. table.Rows.Select(WithStandIns)])));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var compared = new List<DeliveredRow>();
        while (await reader.ReadAsync(cancellationToken))
            compared.Add(Read(reader));

        return compared;
    }

    static DeliveredRow Read(NpgsqlDataReader reader)
    {
        var isThere = reader.GetBoolean(1);
        return new DeliveredRow(
            JsonNode.Parse(reader.GetString(0))!.AsObject(),
            isThere,
            reader.GetBoolean(2),
            reader.IsDBNull(3) ? null : reader.GetString(3),
            isThere && !reader.IsDBNull(4) ? JsonNode.Parse(reader.GetString(4))!.AsObject() : null);
    }

    async Task<int> Insert(JsonObject row, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"insert into {Quoted} ({Columns(row)}) select {Columns(row)} from jsonb_populate_record(null::{Quoted}, $1)", connection);
        command.Parameters.Add(Json(row));
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    async Task<int> PutBack(DeliveredRow delivered, CancellationToken cancellationToken)
    {
        var time = delivered.HasTime ? ", updated_at = now()" : "";
        await using var command = new NpgsqlCommand(
            $"""
            update {Quoted} set ({Columns(delivered.Row)}) = (select {Columns(delivered.Row)} from jsonb_populate_record(null::{Quoted}, $1)){time}
            where id = ($1 ->> 'id')::uuid
            """,
            connection);
        command.Parameters.Add(Json(delivered.Row));
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    async Task<List<string>> Own(CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"""select name from {Quoted} where id::text <> all ($1) order by name collate "C" """, connection);
        command.Parameters.Add(new NpgsqlParameter<string[]>
        {
            TypedValue = [.. table.Rows.Select(row => (string)row["id"]!).SelectMany(id => new[] { id, standIns.GetValueOrDefault(id, id) })],
        });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var names = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
            names.Add(reader.GetString(0));

        return names;
    }

    JsonNode WithStandIns(JsonObject row)
    {
        var copy = row.DeepClone().AsObject();
        foreach (var (column, value) in row)
        {
            if (column != "id" && value is JsonValue text && text.TryGetValue<string>(out var id) && standIns.TryGetValue(id, out var standIn))
                copy[column] = standIn;
        }

        return copy;
    }

    static string Columns(JsonObject row) => string.Join(", ", row.Select(column => SqlName.Quote(column.Key)));

    static NpgsqlParameter<string> Json(JsonNode value) => new() { TypedValue = value.ToJsonString(), NpgsqlDbType = NpgsqlDbType.Jsonb };
}

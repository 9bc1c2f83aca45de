using Npgsql;

namespace Schema.Import;

/// <summary>Finds sequences whose next value their column already has.</summary>
static class SequencePositions
{
    sealed record Owned(
        string Schema, string Sequence, string Table, string Column, bool Descending, string Role, bool MayUse, bool MayReadSequence, bool MayReadColumn)
    {
        internal string Name => CatalogueName.Of(Schema, Sequence);

        internal string ColumnName => CatalogueName.Of(Schema, Table, Column);
    }

    const string Sequences = TableQueries.Relation +
        """
        select r.schema, r.relname, t.relname, a.attname, s.seqincrement < 0, current_user,
            has_schema_privilege(r.relnamespace, 'usage'),
            has_sequence_privilege(r.oid, 'select'),
            has_column_privilege(t.oid, a.attnum, 'select')
        from relation r
        join pg_sequence s on s.seqrelid = r.oid
        join pg_depend d on d.classid = 'pg_class'::regclass and d.objid = r.oid
            and d.refclassid = 'pg_class'::regclass and d.refobjsubid > 0 and d.deptype in ('a', 'i')
        join pg_class t on t.oid = d.refobjid
        join pg_attribute a on a.attrelid = t.oid and a.attnum = d.refobjsubid
            and a.atttypid in ('smallint'::regtype, 'integer'::regtype, 'bigint'::regtype)
        order by 1, 2
        """;

    internal static async Task<IEnumerable<Ailment>> Read(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var owned = await FindOwned(connection, cancellation);
        var readable = owned.Where(sequence => sequence is { MayUse: true, MayReadSequence: true, MayReadColumn: true }).ToArray();

        return [.. await Behind(connection, readable, cancellation), .. owned.Except(readable).Select(Unreadable)];
    }

    static async Task<List<Owned>> FindOwned(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Sequences, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var owned = new List<Owned>();
        while (await reader.ReadAsync(cancellation))
            owned.Add(new Owned(
                reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetBoolean(4),
                reader.GetString(5), reader.GetBoolean(6), reader.GetBoolean(7), reader.GetBoolean(8)));

        return owned;
    }

    static async Task<List<Ailment>> Behind(NpgsqlConnection connection, Owned[] sequences, CancellationToken cancellation)
    {
        var found = new List<Ailment>();
        if (sequences.Length == 0)
            return found;

        await using var command = new NpgsqlCommand(string.Join("\nunion all\n", sequences.Index().Select(Position)), connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            found.Add(Late(sequences[reader.GetInt32(0)], reader.GetInt64(1), reader.GetInt64(2)));

        return found;
    }

    /// <summary>One row where the sequence still has to come to a value that the column has; an index gives that value at once.</summary>
    static string Position((int Number, Owned Sequence) item)
    {
        var (number, owned) = item;
        var (outermost, beyond) = owned.Descending ? ("min", "<") : ("max", ">");

        return $"""
            select {number}, last_value, used.outermost
            from {SqlName.Quote(owned.Schema, owned.Sequence)},
                (select {outermost}({SqlName.Quote(owned.Column)})::bigint as outermost from {SqlName.Quote(owned.Schema, owned.Table)}) as used
            where used.outermost {beyond} last_value or (used.outermost = last_value and not is_called)
            """;
    }

    static Ailment Late(Owned sequence, long position, long outermost) => new(
        CatalogueName.Of(sequence.Schema, sequence.Table),
        $"sequence {sequence.Name} stands at {position} but {sequence.ColumnName} already has {outermost}",
        $"alter sequence {SqlName.Quote(sequence.Schema, sequence.Sequence)} restart with {outermost + (sequence.Descending ? -1 : (Int128)1)};");

    static Ailment Unreadable(Owned sequence) => new(
        CatalogueName.Of(sequence.Schema, sequence.Table),
        $"sequence {sequence.Name} cannot be compared with {sequence.ColumnName}: {sequence.Role} may not read both",
        (sequence.MayUse ? "" : $"grant usage on schema {SqlName.Quote(sequence.Schema)} to {SqlName.Quote(sequence.Role)}; ")
            + $"grant select on {SqlName.Quote(sequence.Schema, sequence.Sequence)}, {SqlName.Quote(sequence.Schema, sequence.Table)} to {SqlName.Quote(sequence.Role)};");
}

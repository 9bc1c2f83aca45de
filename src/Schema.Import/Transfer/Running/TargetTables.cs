using Npgsql;

namespace Schema.Import.Transfer;

/// <summary>The target's tables before the first row: owned, locked, without triggers, and empty unless what they hold is wanted.</summary>
sealed class TargetTables(NpgsqlConnection target, TransferPlan plan, TransferOptions options)
{
    readonly uint[] ids = [.. plan.Tables.Select(table => table.Target.Id)];

    /// <summary>Tables that have no row now.</summary>
    public HashSet<uint> Empty { get; } = [];

    public async Task Prepare(CancellationToken cancellationToken)
    {
        RefuseForeign();
        await RefuseTriggers(cancellationToken);
        await Lock(cancellationToken);
        if (options.Replace)
            await Replace(cancellationToken);
        else
            await FindEmpty(cancellationToken);
    }

    void RefuseForeign()
    {
        if (plan.Tables.FirstOrDefault(table => !table.Target.IsOwned) is { } foreign)
            throw new SchemaException(
                ExitCode.DataRefused,
                $"{foreign.Target.Shown} belongs to another role; its keys and sequences cannot be taken off and put back.",
                "Connect as the owner of the tables, or as a member of the owning role; no superuser is needed.");
    }

    async Task RefuseTriggers(CancellationToken cancellationToken)
    {
        var triggers = await Texts(
            """
            select format('%s on %s', t.tgname, t.tgrelid::regclass)
            from pg_trigger t
            where t.tgrelid = any ($1) and not t.tgisinternal and t.tgenabled in ('O', 'A')
            order by 1
            """,
            cancellationToken);
        if (triggers.Count > 0)
            throw new SchemaException(
                ExitCode.Guarded,
                $"The copy would write to tables with triggers of their own: {string.Join(", ", triggers)}.",
                "Nothing was changed. Disable them for the time of the copy: alter table … disable trigger user.");
    }

    /// <summary>What is written, and what it refers to: to drop a foreign key locks both of its tables.</summary>
    async Task Lock(CancellationToken cancellationToken)
    {
        var tables = await Texts(
            """
            select format('%I.%I', n.nspname, c.relname)
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            where c.oid = any ($1) or c.oid in (select confrelid from pg_constraint where contype = 'f' and conrelid = any ($1))
            order by n.nspname collate "C", c.relname collate "C"
            """,
            cancellationToken);
        foreach (var table in tables)
            await Execute($"lock table {table} in access exclusive mode", cancellationToken);
    }

    async Task FindEmpty(CancellationToken cancellationToken)
    {
        foreach (var table in plan.Tables)
        {
            await using var command = new NpgsqlCommand($"select exists (select from {table.Target.Own})", target);
            if (!(bool)(await command.ExecuteScalarAsync(cancellationToken))!)
                Empty.Add(table.Target.Id);
        }
    }

    async Task Replace(CancellationToken cancellationToken)
    {
        await RefuseReferences(cancellationToken);
        var counts = await Counts(cancellationToken);
        if (counts.Count > 0 && !options.Confirm($"Delete what the target holds: {string.Join(", ", counts)}?"))
            throw new SchemaException(ExitCode.Guarded, "Nothing was replaced.");
        if (plan.Tables.Count > 0)
            await Execute($"truncate {string.Join(", ", plan.Tables.Select(table => table.Target.Own))}", cancellationToken);

        Empty.UnionWith(ids);
    }

    async Task RefuseReferences(CancellationToken cancellationToken)
    {
        var references = await Texts(
            """
            select format('%s refers to %s', f.conrelid::regclass, f.confrelid::regclass)
            from pg_constraint f
            where f.contype = 'f' and f.confrelid = any ($1) and not f.conrelid = any ($1)
            order by 1
            """,
            cancellationToken);
        if (references.Count > 0)
            throw new SchemaException(
                ExitCode.Guarded,
                $"A table outside the choice refers to one that would be emptied: {string.Join(", ", references)}.",
                "Nothing was changed. Choose both, or take the foreign key off first.");
    }

    async Task<List<string>> Counts(CancellationToken cancellationToken)
    {
        var counts = new List<string>();
        foreach (var table in plan.Tables)
        {
            await using var command = new NpgsqlCommand($"select count(*) from {table.Target.Own}", target);
            if ((long)(await command.ExecuteScalarAsync(cancellationToken))! is > 0 and var rows)
                counts.Add($"{table.Target.Shown} {rows:N0} {(rows == 1 ? "row" : "rows")}");
        }

        return counts;
    }

    async Task<List<string>> Texts(string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, target);
        command.Parameters.Add(new() { Value = ids, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Array | NpgsqlTypes.NpgsqlDbType.Oid });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var texts = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
            texts.Add(reader.GetString(0));

        return texts;
    }

    async Task Execute(string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, target);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}

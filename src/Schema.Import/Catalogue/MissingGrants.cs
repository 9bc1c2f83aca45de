using Npgsql;

namespace Schema.Import;

/// <summary>What the connected role lacks, as statements that an administrator can paste.</summary>
public static class MissingGrants
{
    /// <summary>Running migrations: making schemas and objects in them, and owning what is there already.</summary>
    public static async Task<IReadOnlyList<string>> ToMigrate(
        NpgsqlConnection connection, Catalogue expected, CancellationToken cancellation)
    {
        var held = await Privileges.Read(connection, expected, cancellation);
        var role = SqlName.Quote(held.Role);
        var lines = new List<string>();
        if (!held.MayCreateSchemas && held.Schemas.Any(schema => !schema.Exists))
            lines.Add($"grant create on database {SqlName.Quote(held.Database)} to {role};");
        foreach (var schema in held.Schemas.Where(schema => schema.Exists && !(schema.MayUse && schema.MayCreate)))
            lines.Add($"grant {(schema.MayUse ? "create" : schema.MayCreate ? "usage" : "usage, create")} on schema {SqlName.Quote(schema.Name)} to {role};");
        foreach (var owned in held.Relations.Where(relation => !relation.ActsAsOwner).GroupBy(relation => relation.Owner))
            lines.AddRange(Ownership(owned.First(), owned, held));

        return lines;
    }

    /// <summary>Looking only: <c>status</c>, <c>history</c> and <c>check</c>.</summary>
    public static async Task<IReadOnlyList<string>> ToRead(
        NpgsqlConnection connection, Catalogue expected, CancellationToken cancellation)
    {
        var held = await Privileges.Read(connection, expected, cancellation);
        var role = SqlName.Quote(held.Role);
        var usage = held.Schemas.Where(schema => schema.Exists && !schema.MayUse)
            .Select(schema => $"grant usage on schema {SqlName.Quote(schema.Name)} to {role};");
        var select = held.Relations.Where(relation => !relation.MayRead).GroupBy(relation => relation.Schema)
            .Select(relations => $"grant select on {string.Join(", ", relations.Select(relation => relation.Quoted))} to {role};");

        return [.. usage, .. select];
    }

    /// <summary>An ordinary owner is joined; a superuser is not handed out, so what it owns changes hands.</summary>
    static IEnumerable<string> Ownership(RelationPrivileges first, IEnumerable<RelationPrivileges> owned, Privileges held)
    {
        var role = SqlName.Quote(held.Role);
        if (first.OwnerIsSuperuser)
            return owned.Where(relation => !relation.FollowsTable).Select(relation => $"alter {relation.Kind} {relation.Quoted} owner to {role};");

        return (first.IsMember, held.ServerVersion >= 160000) switch
        {
            (false, _) => [$"grant {SqlName.Quote(first.Owner)} to {role};"],
            (true, true) => [$"grant {SqlName.Quote(first.Owner)} to {role} with inherit true;"],
            (true, false) => [$"alter role {role} inherit;"],
        };
    }
}

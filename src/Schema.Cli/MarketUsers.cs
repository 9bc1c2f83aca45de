using Schema.Import;

namespace Schema.Cli;

/// <summary>A market database has a table users of its own, with quite other people in it.</summary>
static class MarketUsers
{
    public static void Refuse(Catalogue live, IEnumerable<string> stamps)
    {
        var id = live.FindTable("public", "users")?.Columns.FirstOrDefault(column => column.Name == "id");
        if (id?.Type == "bigint" && stamps.Contains(KnownMigrations.Ids[0]))
            throw new SchemaException(
                ExitCode.Difference,
                "The table users has bigint ids: these are the people of a market database, not the help queue's. Nothing was marked.",
                "Use a database of its own for this program, or rename that table and its children first, for example: alter table users rename to market_users;");
    }
}

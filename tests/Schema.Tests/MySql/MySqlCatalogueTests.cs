using Schema.Import.MySql;

namespace Schema.Tests.MySql;

public class MySqlCatalogueTests
{
    const string Orchard =
        """
        create table Grower (
            id int unsigned not null auto_increment,
            email varchar(100) character set latin1 collate latin1_bin null,
            kind enum('old','it''s new') not null,
            first varchar(20), last varchar(20),
            full varchar(41) as (concat(first, ' ', last)) virtual,
            initial char(1) as (left(first, 1)) stored,
            rate float(7,3), hidden int invisible default 7,
            primary key (id), unique key by_email (email), key by_name (last(5), first)
        );
        create table plot (
            country char(2), number int, grower_id int unsigned null,
            primary key (country, number),
            constraint plot_grower foreign key (grower_id) references Grower (id) on delete set null on update cascade
        );
        create table tree (
            id int primary key, country char(2), number int,
            constraint tree_plot foreign key (country, number) references plot (country, number) on delete cascade
        );
        create table notes (line text) engine = aria;
        create view all_growers as select * from Grower;
        create sequence numbers;
        """;

    [Fact]
    public async Task Tables_stand_in_byte_order_without_views_and_sequences()
    {
        var tables = await Read();

        Assert.Equal(["Grower", "notes", "plot", "tree"], tables.Select(table => table.Name));
        Assert.Equal([true, false, true, true], tables.Select(table => table.IsInSnapshot));
        Assert.Equal("Aria", tables[1].Engine);
    }

    [Fact]
    public async Task Columns_come_in_order_with_their_full_types()
    {
        var grower = (await Read())[0];

        Assert.Equal(
            [
                new MySqlColumn("id", "int", "int(10) unsigned", false, null, null, true, null),
                new MySqlColumn("email", "varchar", "varchar(100)", true, "latin1", "latin1_bin", false, null),
                new MySqlColumn("kind", "enum", "enum('old','it''s new')", false, "utf8mb4", "utf8mb4_general_ci", false, null),
                new MySqlColumn("first", "varchar", "varchar(20)", true, "utf8mb4", "utf8mb4_general_ci", false, null),
                new MySqlColumn("last", "varchar", "varchar(20)", true, "utf8mb4", "utf8mb4_general_ci", false, null),
                new MySqlColumn("full", "varchar", "varchar(41)", true, "utf8mb4", "utf8mb4_general_ci", false, new("concat(`first`,' ',`last`)", false)),
                new MySqlColumn("initial", "char", "char(1)", true, "utf8mb4", "utf8mb4_general_ci", false, new("left(`first`,1)", true)),
                new MySqlColumn("rate", "float", "float(7,3)", true, null, null, false, null),
                new MySqlColumn("hidden", "int", "int(11)", true, null, null, false, null),
            ],
            grower.Columns);
    }

    [Fact]
    public async Task Keys_tell_their_columns_order_and_prefix()
    {
        var grower = (await Read())[0];

        Assert.Equal(["by_email", "by_name", "PRIMARY"], grower.Keys.Select(key => key.Name).Order(StringComparer.OrdinalIgnoreCase));
        Assert.Equal([new MySqlKeyPart("last", 5), new MySqlKeyPart("first", null)], grower.Keys.Single(key => key.Name == "by_name").Parts);
        Assert.True(grower.Keys.Single(key => key.Name == "by_email").IsUnique);
        Assert.False(grower.Keys.Single(key => key.Name == "by_name").IsUnique);
        Assert.Equal([new MySqlKeyPart("id", null)], grower.PrimaryKey!.Parts);
    }

    [Fact]
    public async Task Foreign_keys_tell_both_sides_and_their_rules()
    {
        await using var database = await MariaDbDatabase.With(Orchard);
        await using var connection = await database.Open();
        var tables = await MySqlCatalogue.Read(connection, CancellationToken.None);

        var toGrower = Assert.Single(tables[2].ForeignKeys);
        Assert.Equal(
            ("plot_grower", database.Name, "Grower", "SET NULL", "CASCADE"),
            (toGrower.Name, toGrower.ReferencedDatabase, toGrower.ReferencedTable, toGrower.OnDelete, toGrower.OnUpdate));
        var toPlot = Assert.Single(tables[3].ForeignKeys);
        Assert.Equal(["country", "number"], toPlot.Columns);
        Assert.Equal(["country", "number"], toPlot.ReferencedColumns);
        Assert.Equal("CASCADE", toPlot.OnDelete);
        Assert.Empty(tables[0].ForeignKeys);
    }

    [Fact]
    public async Task Row_counts_are_estimates()
    {
        await using var database = await MariaDbDatabase.With(
            "create table one (id int primary key); insert into one select seq from seq_1_to_1000; analyze table one");
        await using var connection = await database.Open();

        Assert.InRange((await MySqlCatalogue.Read(connection, CancellationToken.None))[0].EstimatedRows, 900, 1100);
    }

    static async Task<IReadOnlyList<MySqlTable>> Read()
    {
        await using var database = await MariaDbDatabase.With(Orchard);
        await using var connection = await database.Open();
        return await MySqlCatalogue.Read(connection, CancellationToken.None);
    }
}

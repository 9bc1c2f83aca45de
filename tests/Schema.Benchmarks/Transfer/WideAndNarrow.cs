using Npgsql;
using Schema.Import;

namespace Schema.Benchmarks;

/// <summary>The two tables, on both sides.</summary>
static class WideAndNarrow
{
    public static readonly string[] Names = ["narrow", "wide"];

    public const string Tables =
        """
        create table narrow (id integer not null, resource uuid not null, name varchar(60) not null, active boolean not null,
                             at timestamp not null, amount numeric not null);
        create table wide (id integer not null, resource uuid not null, rules json not null, updated timestamp not null);
        """;

    public const string Keys = "alter table narrow add primary key (id); alter table wide add primary key (id);";

    public const string MySqlTables =
        """
        create table narrow (id int primary key, resource char(36) not null, name varchar(60) not null, active tinyint(1) not null,
                             at datetime(6) not null, amount decimal(10,2) not null);
        create table wide (id int primary key, resource char(36) not null, rules json not null, updated datetime(6) not null);
        """;

    /// <summary>The JSON compresses about as well as authorization rules do: the same words, with other ids.</summary>
    public static string MySqlRows(long rows) =>
        $"""
        insert into narrow select seq, concat(left(md5(seq), 8), '-', substr(md5(seq), 9, 4), '-', substr(md5(seq), 13, 4), '-', substr(md5(seq), 17, 4), '-', right(md5(seq), 12)),
            concat('Person number ', seq), seq % 2, '2024-01-01' + interval seq second + interval seq % 1000 microsecond, seq % 100000 / 100
        from seq_1_to_{rows};
        insert into wide select seq, concat(left(md5(-seq), 8), '-', substr(md5(-seq), 9, 4), '-', substr(md5(-seq), 13, 4), '-', substr(md5(-seq), 17, 4), '-', right(md5(-seq), 12)),
            concat('[', concat_ws(',', {string.Join(", ", Enumerable.Range(1, 18).Select(Rule))}), ']'), '2024-01-01' + interval seq second
        from seq_1_to_{rows / 5};
        """;

    /// <summary>Whoever does less than the work has not won.</summary>
    public static async Task Check(string contender, DatabaseAddress target, long rows, CancellationToken cancellationToken)
    {
        await using var connection = await BenchmarkServer.Open(target, cancellationToken);
        await using var command = new NpgsqlCommand("select (select count(*) from narrow) + (select count(*) from wide)", connection);
        if ((long)(await command.ExecuteScalarAsync(cancellationToken))! != rows + rows / 5)
            throw new InvalidOperationException($"{contender} left rows behind; this is not the work.");
    }

    static string Rule(int number) =>
        $$"""concat('{"grantedPrivileges":["read","update-{{number}}"],"criterias":[{"type":"user-{{number}}","resourceID":"', md5(seq * {{number}}), '"}],"cascade":true}')""";
}

using System.Globalization;

namespace Schema.Import.MySql;

/// <summary>Makes a session read-only, free of time limits, and the same on every server, whatever its settings.</summary>
static class Session
{
    // A sql_mode can pad char values or change what a quote means; sql_select_limit can cut a result short.
    // The two kinds of comment are executed by MySQL alone and by MariaDB alone.
    const string Settings =
        """
        set session
            sql_mode = '',
            time_zone = '+00:00',
            sql_select_limit = 18446744073709551615,
            sql_big_selects = 1,
            net_write_timeout = 2592000,
            wait_timeout = 2147483
            /*!50708 , max_execution_time = 0 */
            /*M!100300 , max_statement_time = 0, idle_transaction_timeout = 0, idle_readonly_transaction_timeout = 0 */
        """;

    static readonly string[] Statements =
    [
        "set names utf8mb4",
        Settings,
        "set session transaction isolation level repeatable read, read only",
        "start transaction with consistent snapshot, read only",
    ];

    /// <summary>Ends with the snapshot taken, and tells when.</summary>
    public static async Task<DateTimeOffset> Begin(MySqlConnection connection, CancellationToken cancel)
    {
        foreach (var statement in Statements)
            await using (await connection.Query(statement, cancel))
            {
            }

        await using var rows = await connection.Query("select utc_timestamp(6)", cancel);
        await rows.Read(cancel);
        var time = DateTimeOffset.Parse(rows.Text(0)!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        await rows.Read(cancel);
        return time;
    }
}

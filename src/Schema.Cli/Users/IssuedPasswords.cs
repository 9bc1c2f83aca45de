using Npgsql;
using Schema.Import;

namespace Schema.Cli;

/// <summary>New passwords of people, with their hashes: handed out in a file, then stored.</summary>
sealed class IssuedPasswords
{
    static readonly string[] Columns = ["user_id", "email", "phone", "first_name", "last_name", "roles", "schools", "password"];

    readonly IReadOnlyList<Addressee> people;
    readonly string[] passwords;
    readonly string[] hashes;

    IssuedPasswords(IReadOnlyList<Addressee> people, string[] passwords, string[] hashes) =>
        (this.people, this.passwords, this.hashes) = (people, passwords, hashes);

    /// <summary>Hashing is meant to be slow; all processors share it.</summary>
    public static IssuedPasswords Make(IReadOnlyList<Addressee> people, IProgress<ImportProgress> progress, CancellationToken cancellationToken)
    {
        var (passwords, hashes, done, told) = (new string[people.Count], new string[people.Count], 0L, Environment.TickCount64);
        Parallel.For(0, people.Count, new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount }, person =>
        {
            passwords[person] = NewPassword.Make();
            hashes[person] = Passwords.Hash(passwords[person]);
            var (count, now, before) = (Interlocked.Increment(ref done), Environment.TickCount64, Interlocked.Read(ref told));
            if (now - before >= 100 && Interlocked.CompareExchange(ref told, now, before) == before)
                progress.Report(new ImportProgress("passwords", "hashing", count, people.Count));
        });

        return new IssuedPasswords(people, passwords, hashes);
    }

    public IEnumerable<string> Lines() => people.Select(Fields).Prepend(Columns).Select(CsvLine.Of);

    /// <summary>All of them or none: somebody who got a password meanwhile, or may not log in any more, ends it.</summary>
    public async Task Store(NpgsqlConnection connection, string note, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await Execute(connection, "set local lock_timeout = '5s'", cancellationToken);
        // In one order, so that two who issue passwords at once wait for each other and do not tie themselves up.
        await Execute(connection, "select from users where id = any($1) order by id for no key update", cancellationToken, Ids);
        var stored = await Execute(
            connection,
            """
            update users u
            set password_hash = issued.hash, password_algorithm = $4, password_must_change = true, updated_at = now()
            from unnest($1, $2, $3) as issued (id, hash, before)
            where u.id = issued.id and u.password_hash is not distinct from issued.before
                and u.is_active and not u.is_deleted and u.auth_provider is null
            """,
            cancellationToken, Ids, hashes, people.Select(person => person.Hash).ToArray(), Passwords.Algorithm);
        if (stored != people.Count)
            throw new SchemaException(
                ExitCode.DataRefused,
                $"{Counted.Of(people.Count - stored, "account")} of {people.Count:N0} changed while the passwords were made; none was stored.",
                "Run it again.");

        await Ledger.Append(connection, LedgerEvent.Note, "passwords", Detail.Message(note), cancellationToken);
        // Not interrupted: afterwards nobody could tell whether it happened.
        await transaction.CommitAsync(CancellationToken.None);
    }

    Guid[] Ids => [.. people.Select(person => person.Id)];

    IReadOnlyList<string> Fields(Addressee person, int at) =>
    [
        person.Id.ToString(), Cell(person.Email), person.Phone ?? "", Cell(person.FirstName), Cell(person.LastName), person.Roles, Cell(person.Schools), passwords[at],
    ];

    /// <summary>What people once typed is no formula to a spreadsheet that opens the file.</summary>
    static string Cell(string? text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? $"'{text}" : text ?? "";

    static async Task<int> Execute(NpgsqlConnection connection, string sql, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });

        return await command.ExecuteNonQueryAsync(cancellationToken);
    }
}

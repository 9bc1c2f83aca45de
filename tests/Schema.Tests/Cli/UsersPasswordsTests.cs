using Schema.Cli;
using Schema.Import;

namespace Schema.Tests.Cli;

public class UsersPasswordsTests
{
    [Fact]
    public async Task Passwords_are_handed_out_and_then_stored()
    {
        await using var database = await PasswordPeople.InADatabase();
        var file = Path.Combine(SchemaProgram.Elsewhere, $"{Guid.NewGuid():N}.csv");

        (await SchemaProgram.On(database, "users", "issue-passwords", "--out", file, "--yes")).Is(
            0,
            $"""
            {database.Name()}: 2 accounts of all roles and schools without a password.
            1 more account without e-mail and telephone cannot log in, and get none.
            2 passwords stored, to be changed at the first login; {file} has them, for you alone.
            """,
            "");

        var lines = await File.ReadAllLinesAsync(file);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Equal("user_id,email,phone,first_name,last_name,roles,schools,password", lines[0]);
        Assert.Equal("00000000-0000-0000-0000-000000000001,Ann@x.org,+254712345678,Ann,'=Kamau,hacker teacher,MWA", lines[1][..lines[1].LastIndexOf(',')]);
        Assert.Equal("00000000-0000-0000-0000-000000000002,,+254712345679,Ben,,hacker,", lines[2][..lines[2].LastIndexOf(',')]);
        Assert.Equal(
            ["Ann|aspnet-identity-v3|t", "Ben|aspnet-identity-v3|t", "Dan|aspnet-identity-v3|f"],
            await database.Rows("select first_name, password_algorithm, password_must_change from users where password_algorithm like 'aspnet%' order by 1"));
        Assert.Equal(["note|passwords|issued to 2 accounts of all roles and schools"], await database.Rows("select event, subject, detail->>'message' from ledger.line order by id desc limit 1"));
        Assert.StartsWith("must change", (await PasswordPeople.Login(database, $"{lines[1].Split(',')[^1]}\n", "ann@x.org")).Output);

        (await SchemaProgram.On(database, "users", "issue-passwords", "--out", file, "--yes")).Is(
            5, "", $"{file} is there already and may hold passwords; it is not written over.\n  Move it away, or name another file.");
    }

    [Fact]
    public async Task Role_school_and_unverifiable_hashes_choose_whom()
    {
        await using var database = await PasswordPeople.InADatabase();

        Assert.Equal(["Ann", "Ben", "Cyd"], await Chosen(database));
        Assert.Equal(["Ann", "Cyd"], await Chosen(database, school: "MWA"));
        Assert.Equal(["Ann", "Ben"], await Chosen(database, role: "hacker"));
        Assert.Empty(await Chosen(database, role: "hacker", school: "MWA"));
        Assert.Equal(["Ann", "Cyd"], await Chosen(database, role: "teacher", school: "MWA"));
        Assert.Equal(["Ann", "Ben", "Cyd", "Gus"], await Chosen(database, unverifiable: true));

        await database.Execute("drop extension pgcrypto");
        Assert.Equal(["Ann", "Ben", "Cyd", "Eve", "Gus"], await Chosen(database, unverifiable: true));
    }

    [Fact]
    public async Task A_dry_run_makes_nothing()
    {
        await using var database = await PasswordPeople.InADatabase();
        var file = Path.Combine(SchemaProgram.Elsewhere, "dry.csv");

        (await SchemaProgram.On(database, "users", "issue-passwords", "--out", file, "--dry-run", "--school", "MWA")).Is(
            0,
            $"""
            {database.Name()}: 1 account of the school MWA without a password.
            1 more account without e-mail and telephone cannot log in, and get none.
            Nothing was made or stored.
            """,
            "");
        Assert.False(File.Exists(file));
    }

    [Fact]
    public async Task What_is_not_there_is_refused_and_so_is_Production()
    {
        await using var database = await PasswordPeople.InADatabase();
        string[] words = ["users", "issue-passwords", "--out", Path.Combine(SchemaProgram.Elsewhere, "refused.csv")];

        var role = await SchemaProgram.On(database, [.. words, "--role", "pilot"]);
        (await SchemaProgram.On(database, [.. words, "--school", "mwa"])).Is(
            2, "", "There is no school with the code 'mwa'.\n  Codes are compared to the letter: select code, name from schools");
        (await SchemaProgram.InProduction(database, [.. words, "--yes"])).Is(
            5,
            "",
            """
            Issuing passwords is refused: this database counts as Production, because no environment is set, and the database is not the project's own.
              schema users issue-passwords --production
            """);

        Assert.Equal((2, "There is no role 'pilot'.\n  Known: admin, hacker, mentor, parent, recess_admin, recess_staff, school_admin, staff, student, teacher\n"), (role.ExitCode, role.Error));
        Assert.Equal(3, await database.Scalar<long>("select count(*) from users where password_hash is null"));
    }

    [Fact]
    public async Task When_the_server_refuses_nothing_is_stored_and_no_file_is_left()
    {
        await using var database = await PasswordPeople.InADatabase();
        await database.Execute(
            """
            create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$;
            create trigger refuse before update on users for each row when (new.first_name = 'Ben') execute function refuse();
            """);
        var file = Path.Combine(SchemaProgram.Elsewhere, $"{Guid.NewGuid():N}.csv");

        var said = await SchemaProgram.On(database, "users", "issue-passwords", "--out", file, "--yes");

        Assert.Equal((3, false), (said.ExitCode, File.Exists(file)));
        Assert.Equal(0, await database.Scalar<long>("select count(*) from users where password_must_change and first_name <> 'Eve'"));
    }

    [Fact]
    public async Task When_the_connection_is_lost_the_file_is_kept_and_says_how_to_find_out()
    {
        await using var database = await PasswordPeople.InADatabase();
        await database.Execute(
            """
            create function leave() returns trigger language plpgsql as $$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$;
            create constraint trigger leave after update on users deferrable initially deferred for each row execute function leave();
            """);
        var file = Path.Combine(SchemaProgram.Elsewhere, $"{Guid.NewGuid():N}.csv");

        var said = await SchemaProgram.On(database, "users", "issue-passwords", "--out", file, "--yes");

        Assert.Equal((4, true), (said.ExitCode, File.Exists(file)));
        Assert.Equal(
            $"The connection was lost before it was known whether the passwords are stored; {file} is kept.\n  Try one of them: schema users verify-login EMAIL. If it is wrong, none is stored.\n",
            said.Error);
    }

    [Fact]
    public async Task Somebody_who_got_a_password_meanwhile_keeps_it_and_nobody_else_gets_one()
    {
        await using var database = await PasswordPeople.InADatabase();
        await using var connection = await database.Open();
        var scope = await IssueScope.Of(connection, role: null, code: "MWA", replaceUnverifiable: false, CancellationToken.None);
        var people = await scope.People(connection, CancellationToken.None);
        var issued = IssuedPasswords.Make(people, new Progress<ImportProgress>(), CancellationToken.None);
        await database.Execute("update users set password_hash = 'theirs', password_algorithm = 'unknown' where first_name = 'Ann'");

        var refused = await Assert.ThrowsAsync<SchemaException>(() => issued.Store(connection, "note", CancellationToken.None));

        Assert.Equal((ExitCode.DataRefused, "1 account of 2 changed while the passwords were made; none was stored."), (refused.Exit, refused.Message));
        Assert.Equal(["Ann|theirs", "Cyd|∅"], await database.Rows("select first_name, password_hash from users where first_name in ('Ann', 'Cyd') order by 1"));
    }

    [Fact]
    public void A_password_has_twelve_plain_letters_of_every_class()
    {
        var made = Enumerable.Range(0, 2000).Select(_ => NewPassword.Make()).ToList();

        Assert.All(made, password => Assert.Matches(@"^[A-HJ-NP-Za-km-np-z2-9!#$%&*?]{12}$", password));
        Assert.All(made, password => Assert.All(NewPassword.Classes, letters => Assert.Contains(password, letters.Contains)));
        Assert.Equal(made.Count, made.Distinct().Count());
        Assert.Equal(string.Concat(NewPassword.Classes).Order(), string.Concat(made).Distinct().Order());
    }

    static async Task<string[]> Chosen(TestDatabase database, string? role = null, string? school = null, bool unverifiable = false)
    {
        await using var connection = await database.Open();
        var scope = await IssueScope.Of(connection, role, school, unverifiable, CancellationToken.None);

        return [.. (await scope.People(connection, CancellationToken.None)).Select(person => person.FirstName!).Order()];
    }
}

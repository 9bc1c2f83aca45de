using System.CommandLine;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Npgsql;
using Schema.Import;

namespace Schema.Cli;

sealed class UsersIssuePasswordsCommand : SchemaCommand
{
    static readonly Option<string> Role = new("--role") { Description = "Only people with this role", HelpName = "NAME" };

    static readonly Option<string> School = new("--school") { Description = "Only people with a role in the school of this code", HelpName = "CODE" };

    static readonly Option<FileInfo> Out = new("--out") { Description = "Where the passwords are written, for their people to get them (CSV, mode 0600)", HelpName = "FILE", Required = true };

    static readonly Option<bool> ReplaceUnverifiable = new("--replace-unverifiable")
    {
        Description = "Also people whose hash from an old system cannot be checked here, so that they could not log in",
    };

    static readonly Option<bool> DryRun = new("--dry-run") { Description = "Say who would get one, and how long it would take; nothing is made" };

    public UsersIssuePasswordsCommand()
        : base("issue-passwords", "Give first passwords to people who have none; they must change them at their first login")
    {
        foreach (var option in new Option[] { Role, School, Out, ReplaceUnverifiable, DryRun })
            Options.Add(option);
    }

    public override async Task<ExitCode> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var (database, file, screen) = (await invocation.Database(cancellationToken), invocation.Value(Out)!.FullName, invocation.Screen);
        await using var looking = await database.Open(cancellationToken);
        await invocation.RefuseProduction(looking, "Issuing passwords", "schema users issue-passwords", cancellationToken);
        OwnFile.Refuse(file, "may hold passwords");
        var scope = await IssueScope.Of(looking, invocation.Value(Role), invocation.Value(School), invocation.Value(ReplaceUnverifiable), cancellationToken);
        var everybody = await scope.People(looking, cancellationToken);
        var people = everybody.Where(person => person.HasAddress).ToList();

        screen.Say($"{database.Address}: {Counted.Of(people.Count, "account")} {scope} without a password{Time(people.Count)}.");
        if (everybody.Count > people.Count)
            screen.Say($"{Counted.Of(everybody.Count - people.Count, "more account")} without e-mail and telephone cannot log in, and get none.");
        if (people.Count > 0 && !invocation.Value(DryRun))
            await Issue(invocation, database, people, scope, file, cancellationToken);
        else
            screen.Done("Nothing was made or stored.");

        return screen.Result(new JsonObject
        {
            ["database"] = database.Address.ToString(),
            ["accounts"] = people.Count,
            ["withoutAddress"] = everybody.Count - people.Count,
            ["file"] = people.Count > 0 && !invocation.Value(DryRun) ? file : null,
            ["dryRun"] = invocation.Value(DryRun),
        });
    }

    static async Task Issue(
        Invocation invocation, TargetDatabase database, List<Addressee> people, IssueScope scope, string file, CancellationToken cancellationToken)
    {
        invocation.Confirm("Make and store their passwords?", "Nothing was made or stored.");
        await using var session = await WritingSession.Begin(invocation, database, cancellationToken);
        var issued = IssuedPasswords.Make(people, invocation.Screen, cancellationToken);
        await OwnFile.Write(file, issued.Lines(), "may hold passwords", cancellationToken);
        try
        {
            await issued.Store(session.Connection, $"issued to {Counted.Of(people.Count, "account")} {scope}", cancellationToken);
        }
        catch (Exception failure) when (failure is SchemaException or OperationCanceledException or PostgresException { SqlState: not (['5', '7', 'P', ..] or ['0', '8', ..]) })
        {
            File.Delete(file);
            throw;
        }
        catch (NpgsqlException lost)
        {
            throw new SchemaException(
                ExitCode.Unreachable,
                $"The connection was lost before it was known whether the passwords are stored; {file} is kept.",
                "Try one of them: schema users verify-login EMAIL. If it is wrong, none is stored.",
                lost);
        }

        invocation.Screen.Done($"{Counted.Of(people.Count, "password")} stored, to be changed at the first login; {file} has them, for you alone.");
    }

    /// <summary>By the time that one takes on this machine.</summary>
    static string Time(int count)
    {
        if (count < 100)
            return "";

        var start = Stopwatch.GetTimestamp();
        Passwords.Hash(NewPassword.Make());

        return $", about {ProgressLine.Duration(Stopwatch.GetElapsedTime(start) * count / Environment.ProcessorCount)} of work";
    }
}

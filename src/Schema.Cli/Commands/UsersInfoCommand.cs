using System.CommandLine;
using System.Text.Json.Nodes;
using Schema.Import;
using Schema.Migrations;

namespace Schema.Cli;

sealed class UsersInfoCommand : SchemaCommand
{
    static readonly Argument<string[]> Ids = new("id")
    {
        Description = "Ids as Plume keeps them, to the letter",
        Arity = ArgumentArity.OneOrMore,
    };

    static readonly string[] Heading = ["id", "first name", "last name", "e-mail"];

    public UsersInfoCommand()
        : base("info", "Names and e-mails of Plume registrations, from Plume itself") => Arguments.Add(Ids);

    public override async Task<ExitCode> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var asked = invocation.Value(Ids)!.Distinct(StringComparer.Ordinal).ToList();
        var registrations = await PlumeDirectory.Find(Plume(invocation.Settings), asked, cancellationToken);
        var found = registrations.OrderBy(person => asked.IndexOf(person.Id)).ToList();
        var missing = asked.Except(found.Select(person => person.Id), StringComparer.Ordinal).ToList();
        var exit = missing.Count == 0 ? ExitCode.Done : ExitCode.Difference;

        if (found.Count > 0)
            foreach (var line in Table.Lines(Heading, found.Select(Row)))
                invocation.Screen.Say(line);
        foreach (var id in missing)
            invocation.Screen.Say($"Plume has no registration '{id}'.");

        invocation.Screen.Result(
            new JsonObject { ["registrations"] = Output.Array(found.Select(Json)), ["missing"] = Output.Array(missing) }, exit);
        return exit;
    }

    static DatabaseAddress Plume(Settings settings)
    {
        var system = LegacySystem.Of(new PlumeImport(), settings);
        return system.Location is { } location
            ? DatabaseAddress.Parse(location, "source")
            : throw new SchemaException(
                ExitCode.Usage,
                system.IsNone ? $"{system.Name} is none: there is no Plume here to ask." : "Nothing says where Plume is.",
                $"{system.Name}=postgres://user:password@host:5432/plume");
    }

    static string[] Row(LegacyPlumeUser person) => [person.Id, person.FirstName ?? "", person.LastName ?? "", person.Email ?? ""];

    static JsonObject Json(LegacyPlumeUser person) => new()
    {
        ["id"] = person.Id,
        ["firstName"] = person.FirstName,
        ["lastName"] = person.LastName,
        ["email"] = person.Email,
    };
}

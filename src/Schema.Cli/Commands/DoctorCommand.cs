using System.CommandLine;
using System.Text.Json.Nodes;
using Schema.Import;

namespace Schema.Cli;

sealed class DoctorCommand : SchemaCommand
{
    static readonly Option<string?> Mark = new("--mark")
    {
        Description = "Write production, staging or development into the database; it wins over every setting",
        HelpName = "WORD",
    };

    public DoctorCommand()
        : base("doctor", "Can everything be reached, and what is wrong with it") =>
        Options.Add(Mark);

    public override async Task<ExitCode> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var database = await invocation.Database(cancellationToken);
        if (invocation.Value(Mark) is { } word)
            return await EnvironmentMark.Write(invocation, database, word, cancellationToken);

        var settings = EffectiveSettings.Of(invocation.Settings);
        invocation.Screen.Say($"{database.Address} ({database.Origin})");
        foreach (var setting in settings)
            invocation.Screen.Say($"  {setting.Name}={setting.Value}  ({setting.Origin})");

        var findings = await Examine(invocation, database, cancellationToken);
        foreach (var finding in findings)
            Print(invocation.Screen, finding);

        var exit = findings.All(finding => finding.IsWell) ? ExitCode.Done : ExitCode.Difference;
        return invocation.Screen.Result(Json(database, settings, findings), exit);
    }

    static async Task<List<Finding>> Examine(Invocation invocation, TargetDatabase database, CancellationToken cancellationToken)
    {
        await using var connection = await database.Open(cancellationToken);
        return
        [
            .. await ServerFindings.Read(connection, cancellationToken),
            .. await SessionFindings.Read(connection, database, cancellationToken),
            .. await OwnFindings.Read(invocation, connection, cancellationToken),
        ];
    }

    static void Print(Screen screen, Finding finding)
    {
        if (finding.IsWell)
            screen.Say($"ok     {finding.Subject,-12} {finding.Text}");
        else
            screen.Wrong($"wrong  {finding.Subject,-12} {finding.Text}");
        foreach (var line in finding.Repair)
            screen.Say($"         {line}");
    }

    static JsonObject Json(TargetDatabase database, IReadOnlyList<Setting> settings, List<Finding> findings) => new()
    {
        ["database"] = database.Address.ToString(),
        ["origin"] = database.Origin,
        ["settings"] = Output.Array(settings.Select(setting => new JsonObject
        {
            ["name"] = setting.Name,
            ["value"] = setting.Value,
            ["origin"] = setting.Origin,
        })),
        ["findings"] = Output.Array(findings.Select(finding => finding.Json())),
    };
}

using System.CommandLine;
using System.Text.Json.Nodes;
using Schema.Import;

namespace Schema.Cli;

/// <summary>Where a command speaks: sentences for people, or one JSON document for programs.</summary>
sealed class Screen : IDisposable
{
    readonly bool json;
    readonly bool debug;
    readonly string command;
    readonly LogFile? log;

    Screen(string command, bool json, bool debug, LogFile? log) =>
        (this.command, this.json, this.debug, this.log) = (command, json, debug, log);

    public static Screen For(ParseResult words) => new(
        words.CommandResult.Command.Name,
        words.GetValue(GlobalOptions.Json),
        words.GetValue(GlobalOptions.Debug),
        LogFile.Open(words.GetValue(GlobalOptions.Log)));

    /// <summary>A sentence of the result; with --json the result document says it instead.</summary>
    public void Say(string line = "")
    {
        log?.Write(line);
        if (!json)
            Console.Out.WriteLine(line);
    }

    /// <summary>The result as data: the one document on standard output with --json, nothing otherwise.</summary>
    public void Result(JsonNode result, ExitCode exit = ExitCode.Done)
    {
        if (json)
            Print(new JsonObject { ["command"] = command, ["exit"] = (int)exit, ["result"] = result });
    }

    public void Note(string line)
    {
        log?.Write(line);
        Console.Error.WriteLine(json ? new JsonObject { ["note"] = line }.ToJsonString() : line);
    }

    public void Progress(MigrationProgress progress)
    {
        var line = ProgressLine.Text(progress);
        log?.Write(line);
        Console.Error.WriteLine(json ? ProgressLine.Json(progress).ToJsonString() : line);
    }

    /// <summary>Asks before something that cannot be taken back; without a terminal the answer is no.</summary>
    public bool Confirm(string question, bool yes)
    {
        if (yes)
            return true;
        if (json || Console.IsInputRedirected)
            throw new SchemaException(ExitCode.Guarded, $"{question} Nobody is there to answer.", "Add --yes when it is meant.");

        Console.Error.Write($"{question} [y/N] ");
        return Console.In.ReadLine()?.Trim() is "y" or "Y" or "yes";
    }

    public ExitCode Fail(SchemaException error)
    {
        log?.Write(error.Message);
        if (json)
            Print(new JsonObject { ["command"] = command, ["exit"] = (int)error.Exit, ["error"] = Describe(error) });

        else
        {
            Console.Error.WriteLine(error.Message);
            if (error.Advice is not null)
                Console.Error.WriteLine($"  {error.Advice}");
        }

        if (debug)
            Console.Error.WriteLine(error);
        else if (error.Exit == ExitCode.Bug)
            Console.Error.WriteLine("This is a bug of schema; --debug shows where it happened.");

        return error.Exit;
    }

    public void Dispose() => log?.Dispose();

    static JsonObject Describe(SchemaException error) => new()
    {
        ["code"] = error.Exit.ToString(),
        ["message"] = error.Message,
        ["advice"] = error.Advice,
    };

    static void Print(JsonObject document) => Console.Out.WriteLine(document.ToJsonString(Json.Readable));
}

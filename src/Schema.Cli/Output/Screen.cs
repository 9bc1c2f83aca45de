using System.CommandLine;
using System.Text.Json.Nodes;
using Schema.Import;
using Schema.Import.Transfer;

namespace Schema.Cli;

/// <summary>Where a command speaks: sentences for people, or one JSON document for programs.</summary>
sealed class Screen : IDisposable, IProgress<ImportProgress>
{
    readonly bool json;
    readonly bool debug;
    readonly string command;
    readonly Paint output;
    readonly Paint error;
    readonly StatusLine status;
    readonly ImportMeter meter;
    readonly Pace transferLines;
    LogFile? log;

    Screen(ParseResult words, Surroundings around)
    {
        (Around, status) = (around, new StatusLine(around.Error));
        (meter, transferLines) = (new ImportMeter(around.Time), new Pace(TimeSpan.FromSeconds(2), around.Time));
        (command, json, debug) = (Words.Path(words), Words.Given(words, GlobalOptions.Json), Words.Given(words, GlobalOptions.Debug));
        var refused = json || Words.Given(words, GlobalOptions.NoColor);
        (output, error) = (Paint.For(around.IsOutputRedirected, refused, around.Variables), Paint.For(around.IsErrorRedirected, refused, around.Variables));
    }

    public bool IsJson => json;

    public Surroundings Around { get; }

    public static Screen For(ParseResult words, Surroundings around) => new(words, around);

    public void KeepLog(FileInfo? file) => log = LogFile.Open(file);

    /// <summary>A sentence of the result; with --json the result document says it instead.</summary>
    public void Say(string line = "")
    {
        Write(line);
        if (!json)
            Around.Output.WriteLine(line);
    }

    /// <summary>The sentence that says it is done.</summary>
    public void Done(string line)
    {
        Write(line);
        if (!json)
            Around.Output.WriteLine(output.Green(line));
    }

    /// <summary>A sentence of the result that something is wrong.</summary>
    public void Wrong(string line)
    {
        Write(line);
        if (!json)
            Around.Output.WriteLine(output.Red(line));
    }

    /// <summary>The result as data: the one document on standard output with --json, nothing otherwise.</summary>
    public ExitCode Result(JsonNode result, ExitCode exit = ExitCode.Done)
    {
        if (json)
            Print(new JsonObject { ["command"] = command, ["exit"] = (int)exit, ["result"] = result });

        return exit;
    }

    public void Note(string line)
    {
        Write(line);
        Around.Error.WriteLine(json ? new JsonObject { ["note"] = line }.ToJsonString(Json.Line) : line);
    }

    public void Progress(MigrationProgress progress)
    {
        var line = ProgressLine.Text(progress);
        Write(line);
        Around.Error.WriteLine(json ? ProgressLine.Json(progress).ToJsonString(Json.Line) : line);
    }

    /// <summary>How far an import is: on a terminal in one line that changes, elsewhere in a line now and then.</summary>
    public void Report(ImportProgress progress)
    {
        var elapsed = meter.Elapsed(progress);
        if (json)
            Around.Error.WriteLine(ImportMeter.Json(progress, elapsed).ToJsonString(Json.Line));
        else if (!Around.IsErrorRedirected)
            status.Show(ImportMeter.Text(progress, elapsed));
        else if (meter.IsDue())
            Note(ImportMeter.Text(progress, elapsed));
    }

    /// <summary>How far a copy of a whole database is.</summary>
    public void Report(TransferProgress progress)
    {
        if (!json && !Around.IsErrorRedirected)
            status.Show(TransferMeter.Text(progress));
        else if (transferLines.IsDue())
            Line(progress);
    }

    void Line(TransferProgress progress)
    {
        if (json)
            Around.Error.WriteLine(TransferMeter.Json(progress).ToJsonString(Json.Line));
        else
            Note(TransferMeter.Text(progress));
    }

    /// <summary>Asks before something that cannot be taken back; without a terminal the answer is no.</summary>
    public bool Confirm(string question, bool yes)
    {
        if (yes)
            return true;
        if (json || Around.IsInputRedirected)
            throw new SchemaException(ExitCode.Guarded, $"{question} Nobody is there to answer.", "Add --yes when it is meant.");

        Around.Error.Write($"{question} [y/N] ");
        return Around.Input.ReadLine()?.Trim() is "y" or "Y" or "yes";
    }

    public ExitCode Fail(SchemaException failure)
    {
        var advice = failure.Advice ?? (failure.Exit == ExitCode.Bug && !debug ? "This is a bug of schema; --debug shows where it happened." : null);
        Write(failure.Message);
        if (json)
            Print(new JsonObject { ["command"] = command, ["exit"] = (int)failure.Exit, ["error"] = Describe(failure, advice) });
        else
            Around.Error.WriteLine(error.Red(failure.Message) + (advice is null ? "" : $"{Environment.NewLine}  {advice}"));

        if (debug)
            Around.Error.WriteLine(json ? new JsonObject { ["trace"] = failure.ToString() }.ToJsonString(Json.Line) : failure.ToString());

        return failure.Exit;
    }

    public void Dispose()
    {
        status.Clear();
        log?.Dispose();
    }

    void Write(string line)
    {
        status.Clear();
        log?.Write(line);
    }

    static JsonObject Describe(SchemaException failure, string? advice) => new()
    {
        ["code"] = failure.Exit.ToString(),
        ["message"] = failure.Message,
        ["advice"] = advice,
    };

    void Print(JsonObject document) => Around.Output.WriteLine(document.ToJsonString(Json.Readable));
}

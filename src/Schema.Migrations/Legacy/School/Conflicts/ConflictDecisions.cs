using System.Text;
using System.Text.Unicode;
using Schema.Import;

namespace Schema.Migrations;

/// <summary>The decisions of a conflict file; whatever in it is not understood ends in exit 2 with its line.</summary>
public sealed class ConflictDecisions
{
    readonly Dictionary<string, DecidedConflict> decided = [];
    readonly string name;

    ConflictDecisions(string name) => this.name = name;

    /// <summary>In the order of the file.</summary>
    public IReadOnlyCollection<DecidedConflict> All => decided.Values;

    /// <summary>What was decided about a conflict, if anything was.</summary>
    public DecidedConflict? About(SchoolConflict conflict) => decided.GetValueOrDefault(conflict.DecisionKey);

    /// <summary>Refuses a decision about something that is no conflict, or none any more.</summary>
    public void RefuseUnknown(IEnumerable<SchoolConflict> conflicts)
    {
        var known = conflicts.Select(conflict => conflict.DecisionKey).ToHashSet(StringComparer.Ordinal);
        if (All.FirstOrDefault(decision => !known.Contains(decision.DecisionKey)) is { } unknown)
            throw Refused(unknown.Line, $"there is no conflict '{unknown.DecisionKey}', or it is another one now");
    }

    public static async Task<ConflictDecisions> Read(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
            throw new SchemaException(ExitCode.Usage, $"There is no file {path}; a conflict file is expected there.", Advice);

        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, useAsync: true);
        return await Read(file, Path.GetFileName(path), cancellationToken);
    }

    public static async Task<ConflictDecisions> Read(Stream input, string name, CancellationToken cancellationToken)
    {
        var decisions = new ConflictDecisions(name);
        await using var records = new CsvRecords(input, name, (byte)',');
        try
        {
            await decisions.Read(records, cancellationToken);
        }
        catch (SchemaException broken) when (broken.Exit == ExitCode.DataRefused)
        {
            throw new SchemaException(ExitCode.Usage, broken.Message, Advice, broken);
        }

        return decisions;
    }

    const string Advice = "Nothing was changed. schema import check school --conflicts FILE writes the file anew.";

    async Task Read(CsvRecords records, CancellationToken cancellationToken)
    {
        if (!await records.Read(cancellationToken) || !Fields(records).SequenceEqual(ConflictFile.Columns))
            throw Refused(1, $"the header is not {string.Join(',', ConflictFile.Columns)}");

        while (await records.Read(cancellationToken))
        {
            var fields = Fields(records);
            if (fields.Count > 0)
                Add(fields, records.Line);
        }
    }

    void Add(List<string> fields, long line)
    {
        // Empty fields at the end are not told from fields that a spreadsheet left out.
        string[] all = [.. fields, .. Enumerable.Repeat("", Math.Max(0, ConflictFile.Columns.Count - fields.Count))];
        if (all.Length > ConflictFile.Columns.Count)
            throw Refused(line, FormattableString.Invariant($"it has {all.Length} fields, the header has {ConflictFile.Columns.Count}"));

        var (key, entity, field, with, word, target) = (all[0], all[1], all[3], all[5], all[7], all[8].Trim());
        var decision = ConflictWords.Parse(word) ?? throw Refused(line, $"the decision is '{word}', one of {ConflictWords.Known} is expected");
        if (ConflictFit.Problem(entity, field, decision, target) is { } problem)
            throw Refused(line, problem);

        if (decided.TryGetValue(key, out var earlier))
            throw Refused(line, FormattableString.Invariant($"'{key}' was decided on line {earlier.Line:N0} already"));

        var joins = decision == ConflictDecision.Merge ? Joined(target, with, line) : null;
        var becomes = decision == ConflictDecision.Suffix ? PlainText.Trimmed(target) : null;
        decided.Add(key, new DecidedConflict(key, entity, field, decision, joins, becomes, line));
    }

    /// <summary>Who is not named otherwise is the one whose value it is.</summary>
    LegacyReference? Joined(string target, string with, long line) =>
        LegacyReference.Parse(target.Length > 0 ? target : with)
        ?? throw Refused(line, $"the target is '{target}', somebody such as teacher:ckx17 is expected");

    List<string> Fields(CsvRecords records)
    {
        if (!Utf8.IsValid(records.Whole))
            throw Refused(records.Line, "it is not valid UTF-8");

        List<string> fields = [.. Enumerable.Range(0, records.Count).Select(field => Encoding.UTF8.GetString(records[field]))];
        while (fields is [.., ""])
            fields.RemoveAt(fields.Count - 1);

        return fields;
    }

    SchemaException Refused(long line, string problem) => new(ExitCode.Usage, FormattableString.Invariant($"{name}, line {line:N0}: {problem}."), Advice);
}

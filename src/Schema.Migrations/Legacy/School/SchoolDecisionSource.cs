using System.Runtime.CompilerServices;
using Schema.Import;

namespace Schema.Migrations;

/// <summary>The decisions that somebody hands in; the first thing that a run reads.</summary>
sealed class SchoolDecisionSource(string path) : Source<SchoolDecisionRow>
{
    public override string Name => path;

    public override string? Place => null;

    public static Source<SchoolDecisionRow> Of(string path) =>
        path.Length == 0 ? Source.Rows<SchoolDecisionRow>([]) : new SchoolDecisionSource(path);

    protected override Task<SourceSession> Open(string location, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("A conflict file lives nowhere else.");

    protected override async IAsyncEnumerable<SourceRow<SchoolDecisionRow>> Read(
        SourceSession session, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var decided in (await ConflictDecisions.Read(path, cancellationToken)).All)
        {
            var row = new SchoolDecisionRow(
                decided.DecisionKey, decided.Entity, decided.Field, ConflictWords.Of(decided.Decision), decided.Target?.Entity,
                decided.Target?.LegacyKey, decided.Becomes, decided.Line);
            yield return new SourceRow<SchoolDecisionRow>(decided.Line, row);
        }
    }
}

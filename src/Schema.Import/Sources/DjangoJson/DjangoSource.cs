using System.Globalization;
using System.Runtime.CompilerServices;

namespace Schema.Import;

public static partial class Source
{
    /// <summary>The rows of one model in a Django dump, in the order of the file; <c>Id</c> is the row's key, <c>ParentId</c> the field <c>parent</c>.</summary>
    public static Source<TLegacy> DjangoJson<TLegacy>(string model) => new DjangoSource<TLegacy>(model);

    /// <summary>The models of a Django dump that are not among these, with their numbers of rows.</summary>
    public static Source<UnknownModel> DjangoModelsBeside(params string[] known) => new DjangoModelsSource(known);
}

/// <summary>A model that an import does not read, and how many rows of it the dump holds.</summary>
public sealed record UnknownModel([Key] string Model, long Rows);

sealed class DjangoSource<TLegacy>(string model) : Source<TLegacy>
{
    readonly RecordShape shape = RecordShape.Of(typeof(TLegacy));
    readonly byte[] name = System.Text.Encoding.UTF8.GetBytes(model);

    public override string Name => model;

    public override string? Place => DjangoSession.Place;

    protected internal override Task<SourceSession> Open(string location, CancellationToken cancellationToken) => DjangoSession.Open(location);

    protected internal override async IAsyncEnumerable<SourceRow<TLegacy>> Read(
        SourceSession session, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var dump = (DjangoSession)session;
        await using var rows = dump.Rows();
        var fields = new DjangoFields(rows.Row, shape);
        var bind = RecordReader.For<DjangoFields, TLegacy>(shape, [.. Enumerable.Range(0, shape.Members.Count)], DjangoFields.Method);
        await foreach (var row in dump.Of(name, rows, cancellationToken))
            yield return Bound(row, fields, bind);
    }

    SourceRow<TLegacy> Bound(DjangoRow row, DjangoFields fields, Func<DjangoFields, TLegacy> bind)
    {
        var reason = fields.Take();
        try
        {
            if (reason is null)
                return new SourceRow<TLegacy>(row.Index, bind(fields));
        }
        catch (FieldRefusedException refused)
        {
            reason = RecordReader.Reason(shape, refused);
        }

        var shown = Enumerable.Range(0, shape.Members.Count).ToDictionary(member => shape.Members[member].Column, fields.Text);
        var key = string.Create(CultureInfo.InvariantCulture, $"{row.Shown(row.PkValue)} (row [{row.Index}])");
        return new SourceRow<TLegacy>(row.Index, default, new SourceRefusal(key, reason!, shown));
    }
}

sealed class DjangoModelsSource(string[] known) : Source<UnknownModel>
{
    public override string Name => "other models";

    public override string? Place => DjangoSession.Place;

    protected internal override Task<SourceSession> Open(string location, CancellationToken cancellationToken) => DjangoSession.Open(location);

    protected internal override async IAsyncEnumerable<SourceRow<UnknownModel>> Read(
        SourceSession session, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var counts = await ((DjangoSession)session).CountModels(cancellationToken);
        long position = 0;
        foreach (var (model, count) in counts.Where(count => !known.Contains(count.Key)).OrderBy(count => count.Key, StringComparer.Ordinal))
            yield return new SourceRow<UnknownModel>(position++, new UnknownModel(model, count));
    }
}

namespace Schema.Import;

/// <summary>What a map makes of one legacy row: a row of the target, or a reject.</summary>
public readonly struct Mapped<TRow>
{
    Mapped(TRow row) => Row = row;

    Mapped(Reject reject) => Reject = reject;

    public TRow? Row { get; }

    public Reject? Reject { get; }

    public static implicit operator Mapped<TRow>(TRow row) => new(row);

    public static implicit operator Mapped<TRow>(Reject reject) => new(reject);
}

namespace Schema.Import.Transfer;

/// <summary>How values of one column become text of COPY: checked first, then written; what cannot arrive exactly is refused.</summary>
abstract class Conversion
{
    /// <summary>What it does to a value, in words for the plan; nothing when the value arrives as it is.</summary>
    public virtual string? Rule => null;

    /// <summary>What it did to some of the values, in words for the result.</summary>
    public virtual string? CountedRule => null;

    /// <summary>How many values it changed by <see cref="CountedRule"/>.</summary>
    public long Changed { get; protected set; }

    /// <summary>What stands for the value in a digest when the server has more than one text for it.</summary>
    public virtual Canonical Canonical => Canonical.Text;

    /// <summary>The value's text is the target's, byte for byte.</summary>
    public virtual bool KeepsText => false;

    /// <summary>Large values may be written in parts.</summary>
    public virtual bool IsSliced => false;

    /// <summary>A condition on a row of the source that tells it is refused, for a look before the first row.</summary>
    public virtual string? RefusedWhere(string expression) => null;

    /// <summary>Why the value cannot be taken, or nothing.</summary>
    public abstract string? Check(ReadOnlySpan<byte> value);

    public abstract void Write(ReadOnlySpan<byte> value, LineBuffer line);

    /// <summary>What comes before the first part of a sliced value.</summary>
    public virtual void Begin(LineBuffer line)
    {
    }

    /// <summary>Only for sliced values: one part of it.</summary>
    public virtual void WritePart(ReadOnlySpan<byte> part, LineBuffer line) => Write(part, line);

    public void Forget() => Changed = 0;
}

/// <summary>How a field counts in a digest: by its text, or by a form of its own.</summary>
enum Canonical
{
    Text,
    Json,
    Single,
    Double,
}

namespace Schema.Import.Transfer;

/// <summary>0 and 1 as false and true, and no other number.</summary>
sealed class BooleanConversion(bool fromBits) : Conversion
{
    public override string? Rule => "0 is false, 1 is true";

    public override string? RefusedWhere(string expression) => $"{expression} not in (0, 1)";

    public override string? Check(ReadOnlySpan<byte> value) =>
        value is [var digit] && (digit == Zero || digit == Zero + 1) ? null : "is neither 0 nor 1";

    public override void Write(ReadOnlySpan<byte> value, LineBuffer line) => line.Byte(value[0] == Zero ? (byte)'f' : (byte)'t');

    byte Zero => fromBits ? (byte)0 : (byte)'0';
}

/// <summary>true and false as 1 and 0.</summary>
sealed class FromBooleanConversion : Conversion
{
    public override string? Rule => "false is 0, true is 1";

    public override string? Check(ReadOnlySpan<byte> value) => null;

    public override void Write(ReadOnlySpan<byte> value, LineBuffer line) => line.Byte(value is [(byte)'t'] ? (byte)'1' : (byte)'0');
}

using System.Globalization;
using System.Numerics;

namespace Schema.Import;

sealed class BooleanFormat : FieldFormat<bool>
{
    public override string? Write(RowBuffer buffer, bool value)
    {
        buffer.Bool(value);
        return null;
    }
}

/// <summary>Any integer into <c>smallint</c>, <c>integer</c> or <c>bigint</c>.</summary>
sealed class IntegerFormat<TValue>(int size) : FieldFormat<TValue>
    where TValue : IBinaryInteger<TValue>
{
    public override string? Write(RowBuffer buffer, TValue value)
    {
        if (TValue.IsPositive(value) && value.GetShortestBitLength() > 63)
            return OutOfRange(value);

        var number = long.CreateTruncating(value);
        switch (size)
        {
            case 2 when number is >= short.MinValue and <= short.MaxValue: buffer.Int16((short)number); return null;
            case 4 when number is >= int.MinValue and <= int.MaxValue: buffer.Int32((int)number); return null;
            case 8: buffer.Int64(number); return null;
            default: return OutOfRange(value);
        }
    }

    string OutOfRange(TValue value) =>
        string.Create(CultureInfo.InvariantCulture, $"is {value}, beyond {(size == 2 ? "smallint" : size == 4 ? "integer" : "bigint")}");
}

sealed class SingleFormat : FieldFormat<float>
{
    public override string? Write(RowBuffer buffer, float value)
    {
        buffer.Int32(BitConverter.SingleToInt32Bits(float.IsNaN(value) ? FloatingPoint.NaN32 : value));
        return null;
    }
}

sealed class WideningFormat : FieldFormat<float>
{
    readonly DoubleFormat format = new();

    public override string? Write(RowBuffer buffer, float value) => format.Write(buffer, value);
}

sealed class DoubleFormat : FieldFormat<double>
{
    public override string? Write(RowBuffer buffer, double value)
    {
        buffer.Int64(BitConverter.DoubleToInt64Bits(double.IsNaN(value) ? FloatingPoint.NaN64 : value));
        return null;
    }
}

/// <summary>There are many NaNs; PostgreSQL makes this one.</summary>
static class FloatingPoint
{
    public static readonly float NaN32 = BitConverter.Int32BitsToSingle(0x7fc00000);
    public static readonly double NaN64 = BitConverter.Int64BitsToDouble(0x7ff8000000000000);
}

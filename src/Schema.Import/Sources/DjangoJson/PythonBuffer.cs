using System.Runtime.CompilerServices;
using System.Text;

namespace Schema.Import;

/// <summary>Bytes on their way to a stream.</summary>
sealed class PythonBuffer(Stream stream)
{
    const int Full = 1 << 20;

    byte[] bytes = new byte[Full + (Full >> 2)];
    int count;
    long sent;

    /// <summary>How many bytes were written so far, sent or not.</summary>
    public long Length => sent + count;

    public bool IsFull => count >= Full;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(byte value)
    {
        if (count == bytes.Length)
            Grow(1);

        bytes[count++] = value;
    }

    public void Add(ReadOnlySpan<byte> span)
    {
        if (span.Length > bytes.Length - count)
            Grow(span.Length);

        span.CopyTo(bytes.AsSpan(count));
        count += span.Length;
    }

    public async ValueTask Send(CancellationToken cancellationToken)
    {
        await stream.WriteAsync(bytes.AsMemory(0, count), cancellationToken);
        sent += count;
        count = 0;
    }

    /// <summary>What was not sent yet.</summary>
    public override string ToString() => Encoding.UTF8.GetString(bytes, 0, count);

    void Grow(int wanted) => Array.Resize(ref bytes, checked(Math.Max(bytes.Length * 2, count + wanted)));
}

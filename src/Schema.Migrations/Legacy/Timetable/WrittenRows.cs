namespace Schema.Migrations.Timetable;

/// <summary>Takes rows out of an array that has been written, in place.</summary>
sealed class WrittenRows(Stream output, long rows)
{
    const int Block = 1 << 20;
    readonly List<(long Start, long End)> cuts = [];

    /// <summary>A row with the comma before it; in the order of the file.</summary>
    public void Cut(long start, long end) => cuts.Add((start, end));

    public async Task Complete(CancellationToken cancellationToken)
    {
        if (cuts.Count == 0)
            return;

        if (cuts.Count == rows)
            await Empty(cancellationToken);
        else
            await Close(cancellationToken);
    }

    async Task Empty(CancellationToken cancellationToken)
    {
        output.SetLength(0);
        output.Position = 0;
        await output.WriteAsync("[]\n"u8.ToArray(), cancellationToken);
    }

    async Task Close(CancellationToken cancellationToken)
    {
        FreeTheFirst();
        var (buffer, length, to) = (new byte[Block], output.Length, cuts[0].Start);
        for (var number = 0; number < cuts.Count; number++)
        {
            var end = number + 1 < cuts.Count ? cuts[number + 1].Start : length;
            for (var from = cuts[number].End; from < end;)
            {
                output.Position = from;
                var read = await output.ReadAsync(buffer.AsMemory(0, (int)Math.Min(Block, end - from)), cancellationToken);
                output.Position = to;
                await output.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                (from, to) = (from + read, to + read);
            }
        }

        output.SetLength(to);
        output.Position = to;
    }

    /// <summary>The row that becomes the first one loses the comma before it.</summary>
    void FreeTheFirst()
    {
        if (cuts[0].Start != 1)
            return;

        var last = 0;
        while (last + 1 < cuts.Count && cuts[last + 1].Start == cuts[last].End)
            last++;

        cuts[last] = cuts[last] with { End = cuts[last].End + 1 };
    }
}

namespace Schema.Import;

/// <summary>Where the rows of each model lie in a dump: <c>dumpdata</c> writes one model after the other.</summary>
sealed class DjangoModels
{
    /// <summary>Where models lie scattered, to note each place costs more than to read all rows.</summary>
    const int MostRuns = 100;

    readonly Dictionary<string, long> earlier = [];
    readonly List<DjangoRun> runs = [];

    public bool AreScattered { get; private set; }

    /// <summary>Takes the row that begins at <paramref name="place"/>; it comes after all others.</summary>
    public void Add(DjangoPlace place, DjangoRow row)
    {
        if (runs.Count == 0 || !row.Is(runs[^1].Model))
            Begin(place, row);

        runs[^1].Rows++;
    }

    public IEnumerable<DjangoRun> Of(byte[] model) => runs.Where(run => run.Model.AsSpan().SequenceEqual(model));

    /// <summary>How many rows there are of each model.</summary>
    public IReadOnlyDictionary<string, long> Rows()
    {
        var rows = new Dictionary<string, long>(earlier);
        foreach (var run in runs)
            rows[run.Name] = rows.GetValueOrDefault(run.Name) + run.Rows;

        return rows;
    }

    void Begin(DjangoPlace place, DjangoRow row)
    {
        if (runs.Count == MostRuns)
            Forget();

        runs.Add(new DjangoRun(place, row.Model));
    }

    void Forget()
    {
        AreScattered = true;
        foreach (var (model, rows) in Rows())
            earlier[model] = rows;

        runs.Clear();
    }
}

/// <summary>Rows of one model that follow each other.</summary>
sealed class DjangoRun(DjangoPlace place, string name)
{
    public DjangoPlace Place => place;

    public string Name => name;

    public byte[] Model { get; } = System.Text.Encoding.UTF8.GetBytes(name);

    public long Rows { get; set; }
}

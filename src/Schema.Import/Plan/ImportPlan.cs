namespace Schema.Import;

/// <summary>The steps of one import in the order they run, and what must hold after them.</summary>
public sealed class ImportPlan
{
    readonly IReadOnlyDictionary<string, string> values;
    readonly List<ImportStep> steps = [];
    readonly List<DeclaredQuery> checks = [];
    readonly List<DeclaredQuery> conflicts = [];
    readonly List<CheckOutput> outputs = [];
    readonly List<ImportOption> options = [];
    readonly SortedSet<string> touched = new(StringComparer.Ordinal);

    ImportPlan(DataImport import, IReadOnlyDictionary<string, string> values) => (Import, this.values) = (import, values);

    public DataImport Import { get; }

    /// <summary>Everything is read and nothing kept: what a run would refuse is listed.</summary>
    public bool IsCheck { get; private init; }

    public IReadOnlyList<ImportOption> Options => options;

    internal IReadOnlyList<ImportStep> Steps => steps;

    internal IReadOnlyList<CheckOutput> Outputs => outputs;

    internal IReadOnlyList<DeclaredQuery> Checks => checks;

    internal IReadOnlyList<DeclaredQuery> ConflictQueries => conflicts;

    /// <summary>Every table that the import writes or declares to touch.</summary>
    public IReadOnlySet<string> Tables =>
        new SortedSet<string>(steps.Select(step => step.Table).OfType<string>().Concat(touched), StringComparer.Ordinal);

    /// <summary>Defines the plan of an import; an option that it does not declare is refused.</summary>
    public static ImportPlan Of(DataImport import, IReadOnlyDictionary<string, string>? values = null, bool isCheck = false)
    {
        var plan = new ImportPlan(import, values ?? new Dictionary<string, string>()) { IsCheck = isCheck };
        import.Define(plan);
        plan.RefuseUnknownOptions();
        plan.RefuseEqualNames();
        plan.RefuseNoConclusion();

        return plan;
    }

    public Reading<TLegacy> Read<TLegacy>(Source<TLegacy> source) => new(this, source);

    /// <summary>A set-based step: <paramref name="sql"/> is one <c>insert … select</c> from staged or existing rows, without <c>returning</c>.</summary>
    public InsertStep Insert(string table, string name, string sql) => Add(new InsertStep(table, name, sql));

    /// <summary>A statement over staged rows between two steps, such as an index or a computed column.</summary>
    public void Prepare(string name, string sql) => Add(new PrepareStep(name, sql));

    /// <summary>What must hold before the next step whatever may be rejected: a query for the rows at fault; a check lists them.</summary>
    public RequireStep Require(string name, string sql) => Add(new RequireStep(name, sql));

    /// <summary>What must hold when all steps are done: a query that returns no rows.</summary>
    public void Check(string name, string sql) => checks.Add(new DeclaredQuery(name, sql));

    /// <summary>Rows that a person should know of; they are listed in the report and in the ledger.</summary>
    public void Conflicts(string name, string sql) => conflicts.Add(new DeclaredQuery(name, sql));

    /// <summary>What a check hands over for a person to work with: the rows of a query, as text; the sentence that comes back says where.</summary>
    public void WhenChecked(string sql, Func<IReadOnlyList<string?[]>, CancellationToken, Task<string>> write) => outputs.Add(new CheckOutput(sql, write));

    /// <summary>Declares an option and returns the value it has in this run.</summary>
    public string Option(string name, string description, string @default = "")
    {
        options.Add(new ImportOption(name, description, @default));
        return values.GetValueOrDefault(name, @default);
    }

    /// <summary>Declares an option that is on or off; it is written <c>--NAME</c> alone, or with <c>true</c> or <c>false</c>.</summary>
    public bool Flag(string name, string description)
    {
        options.Add(new ImportOption(name, description, "false") { IsFlag = true });
        var value = values.GetValueOrDefault(name, "false");

        return bool.TryParse(value, out var isOn)
            ? isOn
            : throw new SchemaException(ExitCode.Usage, $"--{name} is '{value}'; it takes true or false.", $"--{name} alone means true.");
    }

    /// <summary>Tables that set-based steps write beside their own; they are locked with the others.</summary>
    public void Touches(params string[] tables) => touched.UnionWith(tables);

    internal TStep Add<TStep>(TStep step)
        where TStep : ImportStep
    {
        steps.Add(step);
        return step;
    }

    void RefuseUnknownOptions()
    {
        if (values.Keys.FirstOrDefault(given => options.All(option => option.Name != given)) is not { } unknown)
            return;

        throw new SchemaException(
            ExitCode.Usage,
            $"{Import.Title} has no option '{unknown}'.",
            options.Count == 0 ? "It declares none." : $"It declares: {string.Join(", ", options.Select(option => option.Name))}.");
    }

    void RefuseEqualNames()
    {
        var twice = steps.CountBy(step => step.Name).FirstOrDefault(pair => pair.Value > 1).Key;
        if (twice is not null)
            throw new InvalidOperationException($"{Import.Title} has two steps named '{twice}'; give one another name with Named(…).");
    }

    /// <summary>Without it nobody could say what became of the rows that were staged.</summary>
    void RefuseNoConclusion()
    {
        var inserts = steps.OfType<InsertStep>().ToList();
        if (steps.Any(step => step.Stages) && inserts.Count > 0 && !inserts.Any(step => step.IsConclusion))
            throw new InvalidOperationException(
                $"{Import.Title} stages rows, and no step says that they meet their fate in it; call Concludes() on the step that does.");
    }
}

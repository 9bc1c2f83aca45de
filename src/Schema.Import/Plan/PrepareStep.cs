namespace Schema.Import;

sealed class PrepareStep(string name, string sql) : ImportStep(name, null)
{
    internal string Sql { get; } = sql;
}

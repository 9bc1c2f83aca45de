namespace Schema.Import;

/// <summary>Rows that a check hands over.</summary>
sealed record CheckOutput(string Sql, Func<IReadOnlyList<string?[]>, CancellationToken, Task<string>> Write);

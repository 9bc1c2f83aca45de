namespace Schema.Import.Transfer;

/// <summary>Asks the source, before the first row, for values that are known to be refused: NULLs, and numbers that are neither 0 nor 1.</summary>
static class SourceProfile
{
    const int MostKeys = 3;

    sealed record Question(ColumnPlan Column, string Condition, string Words, bool IsNull);

    /// <summary>
    /// One sentence for each column with such values. A table that only holds values to be checked one by one is read
    /// for it in a dry run alone: the copy itself checks each of them, and nothing remains of it when one is refused.
    /// </summary>
    public static async Task<IReadOnlyList<string>> Look(
        TransferSource source, TransferPlan plan, bool allTables, CancellationToken cancellationToken)
    {
        var found = new List<string>();
        foreach (var table in plan.Tables)
        {
            if (!source.AnswersConditions)
            {
                found.AddRange(table.Sent.Where(column => column.RefusesNull && column.Source.Nulls > 0).Select(column =>
                    $"{table.Source.Name}.{column.Source.Name}: {Rows(column.Source.Nulls!.Value)} with NULL, which the target does not take"));
                continue;
            }

            var questions = table.Sent.SelectMany(Questions).ToList();
            if (!questions.Any(question => allTables || question.IsNull))
                continue;

            var counts = await source.Count(table.Source, [.. questions.Select(question => question.Condition)], cancellationToken);
            for (var i = 0; i < questions.Count; i++)
                if (counts[i + 1] > 0)
                    found.Add(await Sentence(source, table, questions[i], counts[i + 1], cancellationToken));
        }

        return found;
    }

    static IEnumerable<Question> Questions(ColumnPlan column)
    {
        if (column.RefusesNull)
            yield return new(column, $"{column.Source.Expression} is null", "NULL, which the target does not take", true);
        if (column.Conversion.RefusedWhere(column.Source.Expression) is { } condition)
            yield return new(column, condition, $"a value that does not become {column.Target.Shown}", false);
    }

    static async Task<string> Sentence(TransferSource source, TablePlan table, Question question, long count, CancellationToken cancellationToken)
    {
        var keys = new List<string>();
        await using (var rows = await source.Rows(
            table.Source, [.. table.Columns.Select(column => column.Source)], cancellationToken, $" where {question.Condition} limit {MostKeys}"))
            while (await rows.Read(cancellationToken))
                keys.Add($"{RowText.Key(table, rows, keys.Count + 1)}{Value(table, rows, question.Column)}");

        return $"{table.Source.Name}.{question.Column.Source.Name}: {Rows(count)} with {question.Words}: "
            + $"{string.Join(", ", keys)}{(count > keys.Count ? ", …" : "")}";
    }

    static string Rows(long count) => $"{count:N0} {(count == 1 ? "row" : "rows")}";

    static string Value(TablePlan table, SourceRows rows, ColumnPlan column) =>
        RowText.Value(table, rows, table.Columns.Index().First(item => item.Item == column).Index) is { } value ? $" ('{FieldText.Shorten(value)}')" : "";
}

namespace Schema.Import.Transfer;

/// <summary>Asks the source, before the first row, for values that are known to be refused: NULLs, and numbers that are neither 0 nor 1.</summary>
static class SourceProfile
{
    sealed record Question(ColumnPlan Column, string Condition, string Words);

    /// <summary>One sentence for each column with such values.</summary>
    public static async Task<IReadOnlyList<string>> Look(TransferSource source, TransferPlan plan, CancellationToken cancellationToken)
    {
        var found = new List<string>();
        foreach (var table in plan.Tables)
        {
            var questions = table.Sent.SelectMany(Questions).ToList();
            if (questions.Count == 0)
                continue;

            var counts = await source.Count(table.Source, [.. questions.Select(question => question.Condition)], cancellationToken);
            for (var i = 0; i < questions.Count; i++)
                if (counts[i + 1] > 0)
                    found.Add(Sentence(table, questions[i], counts[i + 1]));
        }

        return found;
    }

    static IEnumerable<Question> Questions(ColumnPlan column)
    {
        if (column.RefusesNull)
            yield return new(column, $"{column.Source.Expression} is null", "NULL, which the target does not take");
        if (column.Conversion.RefusedWhere(column.Source.Expression) is { } condition)
            yield return new(column, condition, $"a value that does not become {column.Target.Shown}");
    }

    static string Sentence(TablePlan table, Question question, long count) =>
        $"{table.Source.Name}.{question.Column.Source.Name} has {question.Words}, in {count:N0} {(count == 1 ? "row" : "rows")}";
}

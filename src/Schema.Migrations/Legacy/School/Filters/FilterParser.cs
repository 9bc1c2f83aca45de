using Schema.Import;

namespace Schema.Migrations;

/// <summary>A condition as it was written, before it is known which columns it means.</summary>
readonly record struct WrittenCondition(FilterWord Column, FilterOperator Operator, FilterWord Sign, IReadOnlyList<FilterWord> Values);

/// <summary>Conditions as they were written, and the entity before the colon.</summary>
readonly record struct WrittenFilter(FilterWord? Entity, IReadOnlyList<WrittenCondition> Conditions);

/// <summary>Reads <c>schools: id in ('a', 'b') and country = 'Kenya'; created_at &gt; '2024-01-01'</c>.</summary>
sealed class FilterParser(IReadOnlyList<FilterWord> words)
{
    static readonly Dictionary<string, FilterOperator> Operators = new(StringComparer.OrdinalIgnoreCase)
    {
        ["="] = FilterOperator.Equal,
        ["!="] = FilterOperator.Unequal,
        ["<"] = FilterOperator.Less,
        ["<="] = FilterOperator.LessOrEqual,
        [">"] = FilterOperator.Greater,
        [">="] = FilterOperator.GreaterOrEqual,
        ["in"] = FilterOperator.In,
    };

    int at;

    FilterWord Word => words[at];

    public static IReadOnlyList<WrittenFilter> Parse(string text)
    {
        var parser = new FilterParser(FilterWords.Of(text));
        var filters = new List<WrittenFilter>();
        do
            filters.Add(parser.Filter());
        while (parser.Took(";"));

        return parser.Word.Kind == FilterWordKind.End ? filters : throw parser.Unexpected("and, ; or the end");
    }

    WrittenFilter Filter()
    {
        FilterWord? entity = words[Math.Min(at + 1, words.Count - 1)].Says(":") ? Take(FilterWordKind.Name, "an entity such as schools") : null;
        if (entity is not null)
            at++;

        var conditions = new List<WrittenCondition>();
        do
            conditions.Add(Condition());
        while (Took("and"));

        return new WrittenFilter(entity, conditions);
    }

    WrittenCondition Condition()
    {
        var column = Take(FilterWordKind.Name, "the name of a column");
        var sign = Word;
        if (!Operators.TryGetValue(sign.Text, out var comparison) || sign.Kind is FilterWordKind.Text or FilterWordKind.End)
            throw FilterWords.Refused(sign.Position, $"{sign.Shown} is no operator; known are = != < <= > >= in");

        at++;
        return new WrittenCondition(column, comparison, sign, comparison == FilterOperator.In ? List() : [Value()]);
    }

    List<FilterWord> List()
    {
        Require("(");
        var values = new List<FilterWord>();
        do
            values.Add(Value());
        while (Took(","));

        Require(")");
        return values;
    }

    FilterWord Value() => Word.Kind is FilterWordKind.Text or FilterWordKind.Number or FilterWordKind.Name ? words[at++] : throw Unexpected("a value");

    FilterWord Take(FilterWordKind kind, string expected) => Word.Kind == kind ? words[at++] : throw Unexpected(expected);

    bool Took(string sign)
    {
        var says = Word.Says(sign);
        at += says ? 1 : 0;

        return says;
    }

    void Require(string sign)
    {
        if (!Took(sign))
            throw Unexpected(sign);
    }

    SchemaException Unexpected(string expected) => FilterWords.Refused(Word.Position, $"{Word.Shown} stands where {expected} is expected");
}

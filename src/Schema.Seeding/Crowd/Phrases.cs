namespace Schema.Seeding;

/// <summary>What people of the crowd write about themselves and ask each other.</summary>
static class Phrases
{
    static readonly Lazy<Words> Drawn = new(() => new Words());

    public static string Bio(Dice dice)
    {
        var words = Drawn.Value;
        return $"{dice.Pick(words.Descriptors)} {dice.Pick(words.Levels)} {dice.Pick(words.Jobs)}";
    }

    public static string Question(Dice dice)
    {
        var words = Drawn.Value;
        return $"How do I {dice.Pick(words.Verbs)} the {dice.Pick(words.Adjectives)} {dice.Pick(words.Nouns)}?";
    }

    public static string Content(Dice dice)
    {
        var words = Drawn.Value;
        return $"I tried {dice.Pick(words.IngVerbs)} the {dice.Pick(words.Abbreviations)} {dice.Pick(words.Nouns)}, but {dice.Pick(words.Lorem)} {dice.Pick(words.Lorem)}.";
    }

    public static string Tag(Dice dice) => dice.Pick(Drawn.Value.Nouns);

    sealed class Words
    {
        public string[] Descriptors { get; } = NamePool.Texts("name", "title.descriptor");

        public string[] Levels { get; } = NamePool.Texts("name", "title.level");

        public string[] Jobs { get; } = NamePool.Texts("name", "title.job");

        public string[] Verbs { get; } = NamePool.Texts("hacker", "verb");

        public string[] IngVerbs { get; } = NamePool.Texts("hacker", "ingverb");

        public string[] Adjectives { get; } = NamePool.Texts("hacker", "adjective");

        public string[] Nouns { get; } = NamePool.Texts("hacker", "noun");

        public string[] Abbreviations { get; } = NamePool.Texts("hacker", "abbreviation");

        public string[] Lorem { get; } = NamePool.Texts("lorem", "words");
    }
}

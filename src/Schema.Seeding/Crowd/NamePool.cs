using Bogus;
using Bogus.Bson;

namespace Schema.Seeding;

/// <summary>A data set of Bogus, drawn once and indexed into ever after: asking for a name each time would cost more than writing the row.</summary>
static class NamePool
{
    const string Accented = "àáâãäåçèéêëìíîïñòóôõöøùúûüýÿąćčďęěğıłńňőřśşšťůűźżž";
    const string Plain = "aaaaaaceeeeiiiinoooooouuuuyyaccdeegilnnorssstuuzzz";
    const int LongestMailbox = 12;

    public static string[] Texts(string category, string set, string locale = "en") =>
        [.. ((BArray)Database.Get(category, set, locale, locale)).OfType<BValue>().Select(text => text.StringValue)];

    public static GivenName[] Names(string set, string locale) => [.. Texts("name", set, locale).Select(name => new GivenName(name, Mailbox(name)))];

    /// <summary>The letters of a name that every mail server takes; somebody whose name has none is a person.</summary>
    static string Mailbox(string name)
    {
        var letters = new string([.. name.ToLowerInvariant().Select(WithoutAccent).Where(char.IsAsciiLetterLower).Take(LongestMailbox)]);
        return letters.Length > 0 ? letters : "person";
    }

    static char WithoutAccent(char letter) => Accented.IndexOf(letter) is >= 0 and var place ? Plain[place] : letter;
}

/// <summary>A name as people write it, and as it stands in a mail address.</summary>
sealed record GivenName(string Text, string Mailbox);

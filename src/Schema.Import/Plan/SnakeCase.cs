using System.Text;

namespace Schema.Import;

/// <summary>The name that a C# name has in the database: <c>CreatedAt</c> is <c>created_at</c>.</summary>
static class SnakeCase
{
    public static string From(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && StartsWord(name, i))
                text.Append('_');

            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }

    /// <summary>What is left of a name when case and underscores do not count: how names of both worlds meet.</summary>
    public static string Fold(string name) => name.Replace("_", "").ToLowerInvariant();

    static bool StartsWord(string name, int at) =>
        char.IsUpper(name[at])
        && name[at - 1] != '_'
        && (!char.IsUpper(name[at - 1]) || (at + 1 < name.Length && char.IsLower(name[at + 1])));
}

using System.Text.RegularExpressions;

namespace Schema;

/// <summary>bcrypt's own writing: the variant, the cost, and 53 letters of salt and key.</summary>
static partial class BcryptText
{
    public static bool IsOne(string hash) => Pattern().IsMatch(hash);

    [GeneratedRegex(@"^\$2[abxy]\$(0[4-9]|[12][0-9]|3[01])\$[./A-Za-z0-9]{53}\z")]
    private static partial Regex Pattern();
}

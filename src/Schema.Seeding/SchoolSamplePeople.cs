using System.Globalization;

namespace Schema.Seeding;

/// <summary>The rows of a school sample, each a line of values in the order of its columns.</summary>
sealed class SchoolSamplePeople(ulong seed, int people)
{
    const string Hash = "$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy";

    /// <summary>V1's people overlap with nobody of the other samples.</summary>
    const int FirstPerson = 1_000_000;

    static readonly string[] Levels = ["Primary", "primary school", "Pre-Primary", "JSS", "Junior Secondary", "High School", "Nursery", "PP1", "Senior secondary"];
    static readonly string[] Types = ["PRIVATE", "public", "International", "mixed", ""];
    static readonly string[] Genders = ["Male", "FEMALE", "f", "M", "", "unknown", "girl"];
    static readonly string?[] Relationships = ["Father", "mum", "Grandmother", "uncle", null, ""];
    static readonly string[] Addresses = ["", "P.O. Box 123-00100, Nairobi", "Ngong Road, Karen", "Box 77 Kisumu", "40100 Kisumu"];
    static readonly string[][] Subjects = [[], ["Music"], ["Mathematics", "Art, and Craft"], ["say \"hi\"", "Kiswahili"]];

    static readonly DateTime Begin = new(2021, 1, 4, 7, 30, 0, DateTimeKind.Unspecified);

    int Schools => Math.Max(2, people / 400);

    int Teachers => people / 12;

    int Parents => people * 4 / 10;

    int Students => people - Teachers - Parents;

    public IEnumerable<object?[]> SchoolRows() => Enumerable.Range(0, Schools).Select(number =>
    {
        var dice = new Dice(seed + 1, number);
        var person = SamplePerson.Of(seed, FirstPerson - 1 - number);
        return new object?[]
        {
            Id("sch", number), $"{person.LastName} {(dice.OneIn(2) ? "Academy" : "school")}", Email(person, dice, number, 9), Phone(dice, 70_000_000 + number),
            number == 1 ? " " : Text($"K{number:0000}"), dice.Pick(Levels), dice.OneIn(9) ? "Uganda" : "Kenya", "Nairobi", "", Hash,
            dice.Pick(Types), dice.Pick(Addresses), Begin.AddHours(number * 7), Begin.AddDays(900), number > 1 && dice.OneIn(15),
        };
    });

    public IEnumerable<object?[]> TeacherRows() => Enumerable.Range(0, Teachers).Select(number =>
    {
        var dice = new Dice(seed + 2, number);
        var person = SamplePerson.Of(seed, FirstPerson + number);
        return new object?[]
        {
            Id("tea", number), person.FirstName, dice.OneIn(4) ? " " : null, dice.OneIn(30) ? "" : person.LastName, dice.Pick(Genders),
            dice.OneIn(20), Phone(dice, 10_000_000 + number), Email(person, dice, number, 12), dice.OneIn(50) ? "not a hash" : Hash, dice.OneIn(2),
            Id("sch", dice.Below(Schools)), dice.OneIn(25), dice.Pick(Subjects),
        };
    });

    /// <summary>Some parents teach: they have the address of a teacher, spelt as they like.</summary>
    public IEnumerable<object?[]> ParentRows() => Enumerable.Range(0, Parents).Select(number =>
    {
        var dice = new Dice(seed + 3, number);
        var teaches = number < Teachers && dice.OneIn(6);
        var person = SamplePerson.Of(seed, FirstPerson + (teaches ? number : Teachers + number));
        var email = dice.OneIn(8) ? null : teaches ? person.RetypedEmail(dice) : dice.OneIn(20) ? person.Email.Replace("@", "@@") : person.Email;
        return new object?[]
        {
            Id("par", number), dice.OneIn(10) ? null : person.FirstName, person.LastName, email,
            Phone(dice, teaches ? 10_000_000 + number : 30_000_000 + number, teaches), dice.Pick(Relationships), number > 0 && dice.OneIn(40) && IsChildless(number),
            SchoolOfParent(number),
        };
    });

    public IEnumerable<object?[]> StudentRows() => Enumerable.Range(0, Students).Select(number =>
    {
        var dice = new Dice(seed + 4, number);
        var person = SamplePerson.Of(seed, FirstPerson + Teachers + Parents + number);
        var parent = ParentOf(number);
        return new object?[]
        {
            Id("stu", number), person.FirstName, person.LastName, Text($"ADM/{number}"), dice.Pick(Genders), SchoolOfParent(parent),
            dice.OneIn(12) ? null : Text($"cls{dice.Below(8)}"), Id("par", parent), dice.OneIn(30), Begin.AddMinutes(number),
        };
    });

    public IEnumerable<object?[]> StaffRows() => Enumerable.Range(0, Schools).Select(number =>
    {
        var dice = new Dice(seed + 5, number);
        var person = SamplePerson.Of(seed, FirstPerson - 1_000 - number);
        return new object?[] { Id("stf", number), person.FirstName, person.LastName, dice.OneIn(3) ? null : person.Email, Phone(dice, 50_000_000 + number), Id("sch", number) };
    });

    public static IEnumerable<object?[]> RecessRows() =>
    [
        ["rec0", "Grace Wambui Mutua", "grace@recess.example.org", "ADMIN", Hash, "+254 799 000 000", "ACTIVE", Begin],
        ["rec1", "Support", "support@recess.example.org", "SUPPORT", Hash, "0799000001", "SUSPENDED", Begin],
    ];

    /// <summary>Every ninth parent has no child yet.</summary>
    static bool IsChildless(int parent) => parent % 9 == 8;

    int ParentOf(int student) => student % Parents is var parent && IsChildless(parent) ? parent - 1 : parent;

    string SchoolOfParent(int parent) => Id("sch", parent % Schools);

    /// <summary>Somebody typed the address of whom came before him, in capital letters.</summary>
    string Email(SamplePerson person, Dice dice, int number, int chances) =>
        number > 0 && dice.OneIn(chances) && number % 2 == 1 ? SamplePerson.Of(seed, chances == 9 ? FirstPerson - number : FirstPerson + number - 1).Email.ToUpperInvariant() : person.Email;

    static string Phone(Dice dice, int number, bool otherwise = false) => otherwise
        ? Text($"+254-7{number:00000000}")
        : dice.Below(4) switch
        {
            0 => Text($"07{number:00000000}"),
            1 => Text($"2547{number:00000000}"),
            2 => Text($"07{number / 1000:00000} {number % 1000:000}"),
            _ => Text($"+2547{number:00000000}"),
        };

    static string Id(string kind, int number) => Text($"{kind}{number:x6}");

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;

namespace Schema.Seeding;

/// <summary>One person of the samples: the same number is the same person in every system, which is how systems overlap.</summary>
sealed record SamplePerson(string FirstName, string LastName, string Email)
{
    // The Zoë of the second line is written with a combining mark: nothing may normalise it.
    static readonly string[] FirstNames =
    [
        "Ann", "Bob", "Carla", "Dora", "Émile", "Zoë",
        "Zoe\u0308", "Søren", "Łucja", "Đặng", "Ngọc", "Jean-Luc",
        "Анна", "Юрий", "Ελένη", "Γιώργος", "נועה", "ליאור",
        "فاطمة", "يوسف", "आरव", "दीया", "美咲", "大翔", "子轩", "欣怡", "지우", "서준", "ნინო", "Արամ",
    ];

    static readonly string[] LastNames =
    [
        "Lee", "de la Cruz", "O'Brien", "van der Berg", "Müller", "Nuñez",
        "Öztürk", "Nguyễn", "Þórsdóttir", "Smith, Jr.", "\"Mac\" Donald", "Back\\slash",
        "Иванова", "Шевченко", "Παπαδοπούλου", "כהן", "حسن", "शर्मा", "佐藤", "王", "김", "ბერიძე", "Սարգսյան",
    ];

    static readonly string[] Hosts = ["example.org", "example.com", "mail.example.net", "uni.example.edu"];

    public static SamplePerson Of(ulong seed, int number)
    {
        var dice = new Dice(seed, number);
        var address = string.Create(CultureInfo.InvariantCulture, $"person.{number}@{dice.Pick(Hosts)}");
        return new SamplePerson(dice.Pick(FirstNames), dice.Pick(LastNames), address);
    }

    /// <summary>The address as another form of the same hand: other case, blanks around it.</summary>
    public string RetypedEmail(Dice dice) => dice.Below(4) switch
    {
        0 => Email.ToUpperInvariant(),
        1 => $" {Email}",
        2 => $"{Email}  ",
        _ => $" P{Email[1..]} ",
    };
}

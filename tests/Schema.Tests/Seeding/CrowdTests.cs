using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Schema.Import;
using Schema.Seeding;

namespace Schema.Tests.Seeding;

public partial class CrowdTests
{
    static readonly string[] Tickers = [.. SampleUser.All.SelectMany(user => user.Follows).Distinct()];

    static readonly List<CrowdPerson> People = [.. new Crowd(2026, 1, 5000).People];

    static readonly List<UserRow> Users = [.. People.Select(UserRow.Of)];

    [Fact]
    public void The_same_seed_makes_the_same_rows_on_every_machine_and_under_any_culture()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (culture.NumberFormat.NegativeSign, culture.NumberFormat.NumberDecimalSeparator, culture.DateTimeFormat.DateSeparator) = ("minus ", "·", "·");
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = culture;

            Assert.Equal(
                "7cd09b7d3eb7e8bbb0d654417aa7f7fb8d3ef4c7e7ceae55e4d65514bea21b23", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(People.Take(1000).Select(Text))))));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_person_is_known_by_seed_and_number()
    {
        var person = new CrowdPerson(7, 42);

        Assert.Equal(UserRow.Of(person), UserRow.Of(new Crowd(7, 40, 50).People.ElementAt(2)));
        Assert.NotEqual(UserRow.Of(person).Id, UserRow.Of(person with { Seed = 8 }).Id);
        Assert.NotEqual(UserRow.Of(person).LastName, UserRow.Of(person with { Seed = 8 }).LastName);
        Assert.Equal(
            """{"Id":"ce450000-002a-8660-819d-e341c482381d","Email":"chanel.cruickshank.7-42@example.org","Phone":null,"FirstName":"Chanel","LastName":"Cruickshank","AuthProvider":"github","AuthProviderId":"github_7-42","IsActive":true,"IsDeleted":false,"DeletedAt":null,"CreatedAt":"2024-08-24T13:14:50Z","UpdatedAt":"2024-08-31T21:14:50Z"}""",
            JsonSerializer.Serialize(UserRow.Of(person)));
    }

    [Fact]
    public void Nothing_that_is_sent_to_them_reaches_a_stranger()
    {
        var channels = People.SelectMany(ChannelRow.Of).ToList();
        var addresses = Users.Select(user => user.Email).Concat(channels.Where(channel => channel.ChannelType == "email").Select(channel => channel.ChannelValue));
        var phones = Users.Select(user => user.Phone).OfType<string>().Concat(channels.Where(channel => channel.ChannelType == "sms").Select(channel => channel.ChannelValue));

        Assert.All(addresses, address => Assert.Matches(ReservedAddress(), address));
        Assert.All(phones, phone => Assert.Matches(ReservedPhone(), phone));
        Assert.All(channels.Where(channel => channel.ChannelType == "webhook"), channel => Assert.StartsWith("https://hooks.example/", channel.ChannelValue));
    }

    [Fact]
    public void Nobody_shares_what_must_be_ones_own()
    {
        var channels = People.SelectMany(ChannelRow.Of).ToList();
        var follows = People.SelectMany(person => FollowRow.Of(person, Tickers)).ToList();

        Assert.Equal(Users.Count, Users.Select(user => Folding.Email(user.Email)).Distinct().Count());
        Assert.Equal(Users.Count, Users.Select(user => user.Id).Distinct().Count());
        Assert.Equal(channels.Count, channels.Select(channel => channel.Id).Distinct().Count());
        Assert.Equal(follows.Count, follows.Select(follow => follow.Id).Distinct().Count());
        Assert.Equal(follows.Count, follows.Select(follow => (follow.UserId, follow.Ticker)).Distinct().Count());
        Assert.Equal(follows.Count, follows.Select(follow => (follow.UserId, follow.Order)).Distinct().Count());
    }

    [Fact]
    public void They_are_as_many_kinds_of_people_as_a_staging_environment_meets()
    {
        var follows = People.SelectMany(person => FollowRow.Of(person, Tickers)).ToList();
        var perPerson = People.Select(person => FollowRow.Of(person, Tickers).Count()).Order().ToList();

        Assert.Equal("deleted 171, inactive 293, without phone 1969, bounced 95", FormattableString.Invariant(
            $"deleted {Users.Count(user => user.IsDeleted)}, inactive {Users.Count(user => !user.IsActive)}, without phone {Users.Count(user => user.Phone is null)}, bounced {People.SelectMany(ChannelRow.Of).Count(channel => channel.EmailBounced)}"));
        Assert.Equal("median 2, most 9", $"median {perPerson[perPerson.Count / 2]}, most {perPerson[^1]}");
        Assert.Equal(
            "AAPL 2981, GOOGL 2522, MSFT 2022, TSLA 1525, NVDA 1131, AMD 805, SPY 522, QQQ 367, AMZN 227",
            string.Join(", ", follows.CountBy(follow => follow.Ticker).OrderByDescending(pair => pair.Value).Select(pair => $"{pair.Key} {pair.Value}")));
        Assert.Equal(24, People.Select(person => ProfileRow.Of(person).Timezone).Distinct().Count());
        Assert.All(Users, user => Assert.True(user.CreatedAt <= user.UpdatedAt && user.UpdatedAt < new DateTime(2026, 12, 31, 0, 0, 0, DateTimeKind.Utc)));
    }

    static string Text(CrowdPerson person) => JsonSerializer.Serialize(new object?[]
    {
        UserRow.Of(person),
        ProfileRow.Of(person),
        RoleRow.Of(person),
        ChannelRow.Of(person),
        FollowRow.Of(person, Tickers),
        TicketRow.Of(person, 1),
        MemberRow.IsMember(person) ? MemberRow.Of(person, 1) : null,
    });

    [GeneratedRegex(@"^[A-Za-z][a-z.]+\.2026-[0-9]+@(example\.(com|org|net)|[a-z]+\.(test|example|invalid))$")]
    private static partial Regex ReservedAddress();

    [GeneratedRegex(@"^\+(1[2-9][0-9]{2}55501[0-9]{2}|447700900[0-9]{3}|493023125[0-9]{3}|3319900[0-9]{4})$")]
    private static partial Regex ReservedPhone();
}

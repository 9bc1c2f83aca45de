using System.Buffers.Binary;

namespace Schema.Seeding;

/// <summary>One of the crowd: everything about a person follows from the seed and a number, and nothing from who else is there.</summary>
readonly record struct CrowdPerson(int Seed, int Number)
{
    /// <summary>Six years, of which the later ones brought more people; no clock is asked.</summary>
    static readonly DateTime Opening = new(2019, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    const int Seconds = 6 * 365 * 24 * 3600;

    public Guid Id => NewId(Trait.Id, Number, Dice(Trait.Id));

    public Culture Culture => Dice(Trait.Culture).Pick(Culture.Hundred);

    public DateTime Joined
    {
        get
        {
            var dice = Dice(Trait.Joined);
            return Opening.AddSeconds(Math.Max(dice.Below(Seconds), dice.Below(Seconds)));
        }
    }

    public (GivenName First, GivenName Last) Name
    {
        get
        {
            var (dice, culture) = (Dice(Trait.Name), Culture);
            return (dice.Pick(culture.FirstNames), dice.Pick(culture.LastNames));
        }
    }

    /// <summary>Tells a person apart from all others, those of other seeds too.</summary>
    public string Mark => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Seed}-{Number}");

    public string? Phone
    {
        get
        {
            var dice = Dice(Trait.Phone);
            return dice.Below(10) < 6 ? Culture.Phone(dice) : null;
        }
    }

    /// <summary>Domains that are reserved for examples and tests (RFC 2606, RFC 6761): no mail to them can reach a stranger.</summary>
    public string Email
    {
        get
        {
            var (dice, (first, last)) = (Dice(Trait.Email), Name);
            var mailbox = $"{first.Mailbox}.{last.Mailbox}.{Mark}";
            return $"{(dice.OneIn(12) ? char.ToUpperInvariant(mailbox[0]) + mailbox[1..] : mailbox)}@{dice.Pick(Hosts)}";
        }
    }

    public Dice Dice(Trait trait) => new(((ulong)(uint)Seed << 8) | (byte)trait, Number);

    /// <summary>Ids rise with the number, as those of a table that grew do: indexes on them are filled from one side.</summary>
    public Guid NewId(Trait trait, int number, Dice dice)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, (ushort)new Dice((ulong)(uint)Seed, (byte)trait).Next());
        BinaryPrimitives.WriteInt32BigEndian(bytes[2..], number);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[6..], (ushort)((dice.Next() & 0x0fff) | 0x8000));
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], (dice.Next() >> 2) | 0x8000_0000_0000_0000);

        return new Guid(bytes, bigEndian: true);
    }

    static readonly string[] Hosts =
        ["example.com", "example.com", "example.com", "example.org", "example.org", "example.net", "mail.example", "post.test", "nowhere.invalid"];
}

/// <summary>What dice are thrown for; a new trait changes none of the others.</summary>
enum Trait : byte
{
    Id,
    Culture,
    Name,
    Joined,
    Email,
    Phone,
    Account,
    Profile,
    Channels,
    Follows,
    Role,
    Membership,
    Tickets,
}

namespace Schema.Import;

/// <summary>A column of the live target; domains are resolved to what they are made of.</summary>
sealed record TargetColumn(string Name, TargetType Type, string Shown, bool IsNullable, bool HasDefault, bool IsGenerated)
{
    public bool MayBeLeftOut => IsNullable || HasDefault || IsGenerated;
}

/// <summary>A type by its name in the catalogue, with the modifier that limits its length, precision or scale.</summary>
sealed record TargetType(string Name, uint Oid, int Modifier, bool IsEnum, TargetType? Element)
{
    const int ModifierOffset = 4;

    /// <summary>Characters of a <c>varchar(n)</c> or <c>char(n)</c>.</summary>
    public int? Length => Name is "varchar" or "bpchar" && Modifier >= ModifierOffset ? Modifier - ModifierOffset : null;

    public int? Precision => Name == "numeric" && Modifier >= ModifierOffset ? ((Modifier - ModifierOffset) >> 16) & 0xffff : null;

    /// <summary>Eleven bits with a sign: PostgreSQL 15 has scales below zero.</summary>
    public int? Scale => Name == "numeric" && Modifier >= ModifierOffset ? (((Modifier - ModifierOffset) & 0x7ff) ^ 1024) - 1024 : null;

    /// <summary>Decimal places of a second that a <c>timestamp(n)</c> holds.</summary>
    public int SecondPlaces => Modifier is >= 0 and <= 6 ? Modifier : 6;
}

using Microsoft.EntityFrameworkCore;
using Schema.Import;
using Schema.Migrations;

namespace Schema.Benchmarks;

/// <summary>People one by one: is the address free, who has the number, a user, his role, his place in the school.</summary>
sealed class LoopedPeople(SchemaContext context, MappedSchools v1)
{
    readonly LoopedPlaces places = new(context, v1);

    /// <summary>No index finds a number among the users; the loop remembers who has which.</summary>
    readonly HashSet<string> numbers = [];

    public async Task Add(CancellationToken cancellationToken)
    {
        var roles = await context.Roles.AsNoTracking().ToDictionaryAsync(role => role.Name, role => role.Id, cancellationToken);
        foreach (var person in v1.People)
        {
            context.Add(await User(person, roles[person.Role], cancellationToken));
            await places.Add(person, cancellationToken);
            await context.SaveChangesAsync(cancellationToken);
            context.ChangeTracker.Clear();
        }

        foreach (var person in v1.People.Where(IsRepaired))
            await GiveRepaired(person, cancellationToken);
    }

    /// <summary>Whose address had to be repaired has it when nobody typed it.</summary>
    static bool IsRepaired(SchoolPersonRow person) => person is { Origin: 1, IsDeleted: false };

    async Task<User> User(SchoolPersonRow person, Guid role, CancellationToken cancellationToken)
    {
        var phone = person.IsDeleted || person.Phone is null || numbers.Add(person.Phone) ? person.Phone : null;
        var user = new User
        {
            Id = person.Id,
            FirstName = person.FirstName,
            MiddleName = person.MiddleName,
            LastName = person.LastName,
            Email = IsRepaired(person) ? null : await Email(person, cancellationToken),
            Phone = phone,
            PhoneRaw = phone is null ? person.PhoneRaw ?? person.PhoneTyped : null,
            PasswordHash = person.PasswordHash,
            PasswordAlgorithm = person.PasswordAlgorithm,
            PasswordMustChange = person.MustChange,
            IsActive = person.IsActive,
            IsDeleted = person.IsDeleted,
            DeletedAt = person.DeletedAt,
            CreatedAt = person.CreatedAt ?? default,
            UpdatedAt = person.UpdatedAt ?? default,
            ExternalIds = { new UserExternalId { System = SchoolMap.System, Entity = person.Entity, ExternalId = person.LegacyId } },
            Roles = { new UserRole { RoleId = role, ScopeType = person.SchoolId is null ? "global" : "school", ScopeKey = person.SchoolId?.ToString() ?? "" } },
        };
        if (person.Picture is { Length: <= 500 } picture)
            user.Profile = new UserProfile { AvatarUrl = picture };

        return user;
    }

    async Task<string?> Email(SchoolPersonRow person, CancellationToken cancellationToken)
    {
        if (person.IsDeleted || person.Address is null || !await IsTaken(person.Address, cancellationToken))
            return person.Email;

        var word = person.Entity switch { "school_admin" => "admin", "recess_user" => "recess", var entity => entity };
        var (email, number) = ("", 0);
        do
            email = person.Email!.Replace("@", $"+{word}{++number}@");
        while (v1.Typed.Contains(Folding.Email(email)) || await IsTaken(Folding.Email(email), cancellationToken));

        return email;
    }

    async Task GiveRepaired(SchoolPersonRow person, CancellationToken cancellationToken)
    {
        if (await IsTaken(person.Address!, cancellationToken))
            return;

        var user = await context.Users.FirstAsync(user => user.Id == person.Id, cancellationToken);
        user.Email = person.Email;
        await context.SaveChangesAsync(cancellationToken);
        context.ChangeTracker.Clear();
    }

    Task<bool> IsTaken(string folded, CancellationToken cancellationToken) => context.Users
        .FromSql($"select * from users where lower(btrim(email) collate \"C\") = {folded} and not is_deleted")
        .AnyAsync(cancellationToken);
}

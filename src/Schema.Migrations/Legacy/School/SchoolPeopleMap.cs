using Schema.Import;

namespace Schema.Migrations;

/// <summary>How the people of V1 read here.</summary>
/// <param name="countries">Where their schools are.</param>
/// <param name="wanted">Which of them this run brings.</param>
/// <param name="domain">Makes addresses for who has none; none makes none.</param>
public sealed class SchoolPeopleMap(SchoolCountries countries, SchoolWanted wanted, string? domain)
{
    /// <summary>Behind whatever somebody wrote himself.</summary>
    const short Generated = 3;

    static readonly LegacyKey Teachers = new(SchoolMap.System, "teacher");
    static readonly LegacyKey Parents = new(SchoolMap.System, "parent");
    static readonly LegacyKey Students = new(SchoolMap.System, "student");
    static readonly LegacyKey Staff = new(SchoolMap.System, "staff");
    static readonly LegacyKey RecessUsers = new(SchoolMap.System, "recess_user");

    public Mapped<SchoolPersonRow> From(LegacyTeacher old) => SchoolSubjects.From(old.Subjects) is { } subjects
        ? Teacher(old, subjects)
        : Teachers.Reject(old.Id, $"has the subjects '{old.Subjects}', where a list such as {{Music,Art}} is expected");

    public Mapped<SchoolPersonRow> From(LegacyParent old)
    {
        var second = SchoolPhone.From(old.SecondaryPhoneNumber, countries.Of(old.SchoolId));
        return Reached(
            Person(Parents, old.Id, 3, "parent", old.SchoolId, SchoolPersonName.From(old.FirstName, old.MiddleName, old.LastName)) with
            {
                MustChange = !old.IsFirstTimePasswordChanged,
                Picture = PlainText.Trimmed(old.ProfileImage),
                IsActive = !old.IsLoginBarred && !old.IsDeleted,
                IsDeleted = old.IsDeleted,
                DeletedAt = Deleted(old.IsDeleted, old.DeletedAt, old.LastLoggedIn),
                IsChosen = wanted.Has(old),
                Relationship = SchoolWords.Relationship(old.Relationship),
                SecondaryPhone = second.Number,
                SecondaryPhoneRaw = second.Raw,
            },
            old.Email,
            old.PhoneNumber,
            old.Password);
    }

    public Mapped<SchoolPersonRow> From(LegacyStudent old) => Reached(
        Person(Students, old.Id, 6, "student", old.SchoolId, SchoolPersonName.From(old.FirstName, old.MiddleName, old.LastName)) with
        {
            Picture = PlainText.Trimmed(old.ProfileImage),
            IsActive = !old.IsDeleted,
            IsDeleted = old.IsDeleted,
            DeletedAt = Deleted(old.IsDeleted, old.DeletedAt, old.UpdatedAt),
            CreatedAt = SchoolMoment.Utc(old.CreatedAt),
            UpdatedAt = SchoolMoment.Utc(old.UpdatedAt),
            IsChosen = wanted.Has(old),
            Gender = SchoolWords.Gender(old.Gender),
            AdmissionNumber = PlainText.Trimmed(old.StudentAdmissionNumber) is null ? null : old.StudentAdmissionNumber,
            ClassName = $"Migrated Class - {PlainText.Trimmed(old.ClassId) ?? "Default"}",
            ParentKey = old.ParentId,
        },
        email: null,
        phone: null,
        password: null);

    public Mapped<SchoolPersonRow> From(LegacyStaffMember old) => Reached(
        Person(Staff, old.Id, 4, "staff", old.SchoolId, SchoolPersonName.From(old.FirstName, old.MiddleName, old.LastName)) with
        {
            IsChosen = wanted.Has(old),
        },
        old.Email,
        old.Phone,
        old.Password);

    public Mapped<SchoolPersonRow> From(LegacyRecessUser old) => Reached(
        Person(RecessUsers, old.Id, 5, Role(old), school: null, SchoolPersonName.FromFull(old.Name)) with
        {
            IsActive = PlainText.Folded(old.Status) is "active",
            CreatedAt = SchoolMoment.Utc(old.CreatedAt),
            UpdatedAt = SchoolMoment.Utc(old.UpdatedAt),
            IsChosen = wanted.Has(old),
        },
        old.Email,
        old.PhoneNumber,
        old.Password);

    /// <summary>V1 knows one role by name; who has another helps, and may do nothing until somebody says what.</summary>
    static string Role(LegacyRecessUser old) => PlainText.Folded(old.Role) is "admin" ? "recess_admin" : "recess_staff";

    SchoolPersonRow Teacher(LegacyTeacher old, string[] subjects) => Reached(
        Person(Teachers, old.Id, 2, "teacher", old.SchoolId, SchoolPersonName.From(old.FirstName, old.MiddleName, old.LastName)) with
        {
            MustChange = !old.IsFirstTimePasswordChanged,
            Picture = PlainText.Trimmed(old.ProfileImage),
            IsActive = !old.IsLoginBarred && !old.IsDeleted,
            IsDeleted = old.IsDeleted,
            DeletedAt = Deleted(old.IsDeleted, old.DeletedAt, old.LastLoggedIn),
            IsChosen = wanted.Has(old),
            Gender = SchoolWords.Gender(old.Gender),
            Experience = PlainText.Trimmed(old.Experience),
            ExperienceYears = old.ExperienceYears is >= 0 ? old.ExperienceYears : null,
            IsClassTeacher = old.IsClassTeacher,
            Subjects = subjects,
        },
        old.Email,
        old.PhoneNumber,
        old.Password);

    static SchoolPersonRow Person(LegacyKey key, string id, short rank, string role, string? school, SchoolPersonName name) => new(
        Id: key.For(id), Entity: key.Entity, LegacyId: id, Rank: rank, Role: role,
        SchoolKey: school, SchoolId: string.IsNullOrEmpty(school) ? null : SchoolMap.Id(school),
        FirstName: name.First, MiddleName: name.Middle, LastName: name.Last,
        EmailTyped: null, Email: null, Address: null, Origin: (short)EmailOrigin.None, Phone: null, PhoneRaw: null, PhoneTyped: null,
        PasswordHash: null, PasswordAlgorithm: null, MustChange: false, Picture: null,
        IsActive: true, IsDeleted: false, DeletedAt: null, CreatedAt: null, UpdatedAt: null, IsChosen: false, IsLeftOut: false);

    static DateTimeOffset? Deleted(bool isDeleted, DateTime? at, DateTime lastSeen) => isDeleted ? SchoolMoment.Utc(at ?? lastSeen) : null;

    /// <summary>With his addresses and his password; one that is not there needs no change.</summary>
    SchoolPersonRow Reached(SchoolPersonRow person, string? email, string? phone, string? password)
    {
        var (address, origin) = Email(person, email);
        var kept = SchoolPassword.From(password);
        var number = SchoolPhone.From(phone, countries.Of(person.SchoolKey));
        return person with
        {
            EmailTyped = PlainText.Trimmed(email),
            Email = address,
            Address = address is null ? null : Folding.Email(address),
            Origin = origin,
            Phone = number.Number,
            PhoneRaw = number.Raw,
            PhoneTyped = PlainText.Trimmed(phone),
            IsLeftOut = wanted.LeavesOut(person.IsDeleted),
            PasswordHash = kept.Hash,
            PasswordAlgorithm = kept.Algorithm,
            MustChange = person.MustChange && kept.Hash is not null,
        };
    }

    (string? Address, short Origin) Email(SchoolPersonRow person, string? typed)
    {
        var email = SchoolEmail.From(typed);
        return email.Address is null && domain is not null && !person.IsDeleted
            ? (GeneratedEmail.For(person.Id, person.FirstName, person.LastName, domain), Generated)
            : (email.Address, (short)email.Origin);
    }
}

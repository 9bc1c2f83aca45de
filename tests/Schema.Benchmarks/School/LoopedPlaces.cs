using Microsoft.EntityFrameworkCore;
using Schema.Import;
using Schema.Migrations;

namespace Schema.Benchmarks;

/// <summary>What somebody is in his school; a student's year and class are looked for, and made where they are missing.</summary>
sealed class LoopedPlaces(SchemaContext context, MappedSchools v1)
{
    static readonly LegacyKey Years = new(SchoolMap.System, "academic_year");
    static readonly LegacyKey Classes = new(SchoolMap.System, "school_class");
    static readonly LegacyKey Parents = new(SchoolMap.System, "parent");

    readonly Dictionary<Guid, int> lastYears = v1.People
        .Where(person => person.Entity == "student")
        .GroupBy(person => person.SchoolId!.Value, person => person.CreatedAt!.Value.Year)
        .ToDictionary(school => school.Key, school => school.Max());

    public async Task Add(SchoolPersonRow person, CancellationToken cancellationToken)
    {
        switch (person.Entity)
        {
            case "school_admin":
                context.Add(new SchoolAdmin { Id = person.Id, UserId = person.Id, SchoolId = person.SchoolId!.Value, Position = "Principal", IsMain = true });
                break;
            case "teacher":
                context.Add(Teacher(person));
                break;
            case "parent":
                context.Add(Parent(person));
                break;
            case "student":
                context.Add(Student(person, await Class(person, await Year(person, cancellationToken), cancellationToken)));
                var parent = await context.Parents.AsNoTracking().FirstAsync(parent => parent.Id == Parents.For(person.ParentKey!), cancellationToken);
                context.Add(new StudentParent { StudentId = person.Id, ParentId = parent.Id });
                break;
        }
    }

    static Teacher Teacher(SchoolPersonRow person) => new()
    {
        Id = person.Id,
        UserId = person.Id,
        SchoolId = person.SchoolId!.Value,
        Gender = person.Gender,
        Subjects = person.Subjects ?? [],
        Experience = person.Experience,
        ExperienceYears = person.ExperienceYears,
        IsClassTeacher = person.IsClassTeacher ?? false,
        IsActive = person.IsActive,
        IsDeleted = person.IsDeleted,
        DeletedAt = person.DeletedAt,
    };

    static Parent Parent(SchoolPersonRow person) => new()
    {
        Id = person.Id,
        UserId = person.Id,
        SchoolId = person.SchoolId!.Value,
        Relationship = person.Relationship,
        SecondaryPhone = person.SecondaryPhone,
        SecondaryPhoneRaw = person.SecondaryPhoneRaw,
        IsActive = person.IsActive,
        IsDeleted = person.IsDeleted,
        DeletedAt = person.DeletedAt,
    };

    static Student Student(SchoolPersonRow person, Guid schoolClass) => new()
    {
        Id = person.Id,
        UserId = person.Id,
        SchoolId = person.SchoolId!.Value,
        SchoolClassId = schoolClass,
        AdmissionNumber = person.AdmissionNumber,
        Gender = person.Gender,
        IsEnrolled = !person.IsDeleted,
        IsActive = person.IsActive,
        IsDeleted = person.IsDeleted,
        DeletedAt = person.DeletedAt,
        CreatedAt = person.CreatedAt ?? default,
        UpdatedAt = person.UpdatedAt ?? default,
    };

    async Task<Guid> Year(SchoolPersonRow student, CancellationToken cancellationToken)
    {
        var school = student.SchoolId!.Value;
        if (await context.AcademicYears.AsNoTracking().FirstOrDefaultAsync(year => year.SchoolId == school && year.IsActive, cancellationToken) is { } active)
            return active.Id;

        var number = lastYears[school];
        var name = FormattableString.Invariant($"Migrated Academic Year {number}");
        var id = Years.For($"{student.SchoolKey}/{name}");
        context.Add(new AcademicYear { Id = id, SchoolId = school, Name = name, StartDate = new(number, 1, 1), EndDate = new(number, 12, 31), IsActive = true });

        return id;
    }

    async Task<Guid> Class(SchoolPersonRow student, Guid year, CancellationToken cancellationToken)
    {
        var (school, name) = (student.SchoolId!.Value, student.ClassName!);
        if (await context.SchoolClasses.AsNoTracking().FirstOrDefaultAsync(
            known => known.SchoolId == school && known.AcademicYearId == year && known.Name == name, cancellationToken) is { } found)
            return found.Id;

        var template = await context.Classes.AsNoTracking().FirstAsync(known => known.Name == "Class 1" && known.Curriculum!.Name == "kenya_8_4_4", cancellationToken);
        var id = Classes.For($"{year}/{name}");
        context.Add(new SchoolClass { Id = id, SchoolId = school, AcademicYearId = year, ClassId = template.Id, Name = name });

        return id;
    }
}

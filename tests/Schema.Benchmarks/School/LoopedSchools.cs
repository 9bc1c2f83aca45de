using Microsoft.EntityFrameworkCore;
using Schema.Import;
using Schema.Migrations;

namespace Schema.Benchmarks;

/// <summary>Schools one by one: is the address free, is the code?</summary>
sealed class LoopedSchools(SchemaContext context, MappedSchools v1)
{
    public async Task Add(CancellationToken cancellationToken)
    {
        var curriculum = await context.Curriculums.AsNoTracking().FirstAsync(known => known.Name == "kenya_8_4_4", cancellationToken);
        var levels = await context.ClassLevels.AsNoTracking().Where(level => level.CurriculumId == curriculum.Id)
            .ToDictionaryAsync(level => level.Name, level => level.Id, cancellationToken);
        foreach (var row in v1.Schools)
        {
            var school = Made(row, levels[row.Level!], curriculum);
            if (!row.IsDeleted)
            {
                school.Email = await Email(row, cancellationToken);
                school.Code = await Code(row, cancellationToken);
            }

            context.Add(school);
            await context.SaveChangesAsync(cancellationToken);
            context.ChangeTracker.Clear();
        }
    }

    static School Made(SchoolRow row, Guid level, Curriculum curriculum) => Described(row, new School
    {
        Id = row.Id,
        Name = row.Name,
        Code = row.Code,
        Email = row.Email,
        Phone = row.Phone,
        PhoneRaw = row.PhoneRaw,
        Country = row.Country,
        County = row.County,
        Address = row.AddressText,
        Street = row.Street,
        PoBox = row.PoBox,
        PostalCode = row.PostalCode,
        Town = row.Town,
        Type = row.Type ?? "private",
        LevelId = level,
        CurriculumId = curriculum.Id,
        GradeSystemId = curriculum.GradeSystemId,
    });

    static School Described(SchoolRow row, School school)
    {
        (school.Logo, school.Motto, school.Vision) = (row.Logo, row.Motto, row.Vision);
        (school.IsVerified, school.IsOnboarded, school.IsActive) = (row.IsVerified, true, row.IsActive);
        (school.IsDeleted, school.DeletedAt) = (row.IsDeleted, row.DeletedAt);
        (school.CreatedAt, school.UpdatedAt) = (row.CreatedAt, row.UpdatedAt);

        return school;
    }

    async Task<string?> Email(SchoolRow row, CancellationToken cancellationToken)
    {
        if (row.Address is null || !await IsTaken(row.Address, cancellationToken))
            return row.Email;
        if (row.Origin > 0)
            return null;

        var (email, number) = ("", 0);
        do
            email = row.Email!.Replace("@", $"+school{row.LegacyId}{(++number > 1 ? $".{number}" : "")}@");
        while (v1.Typed.Contains(Folding.Email(email)) || await IsTaken(Folding.Email(email), cancellationToken));

        return email;
    }

    async Task<string?> Code(SchoolRow row, CancellationToken cancellationToken) =>
        await context.Schools.AnyAsync(other => other.Code == row.Code && !other.IsDeleted, cancellationToken) ? $"code_{row.LegacyId}" : row.Code;

    Task<bool> IsTaken(string folded, CancellationToken cancellationToken) => context.Schools
        .FromSql($"select * from schools where lower(btrim(email) collate \"C\") = {folded} and not is_deleted")
        .AnyAsync(cancellationToken);
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Schema;

sealed class SchoolConfiguration : IEntityTypeConfiguration<School>
{
    public void Configure(EntityTypeBuilder<School> builder)
    {
        // One more rule lives in the database alone, because EF Core has no indexes on expressions: schools_email_key,
        // unique over lower(btrim(email) collate "C") where not is_deleted.
        builder.ToTable("schools", table =>
        {
            table.HasCheckConstraint("schools_name_check", "name <> ''");
            table.HasCheckConstraint("schools_code_check", "code <> ''");
            table.HasCheckConstraint("schools_email_check", "strpos(btrim(email), '@') > 1");
            table.HasCheckConstraint("schools_phone_check", "phone collate \"C\" ~ '^\\+[1-9][0-9]{1,14}$'");
            table.HasCheckConstraint("schools_type_check", "type in ('private', 'public', 'international')");
            table.HasCheckConstraint("schools_deleted_check", "is_deleted = (deleted_at is not null) and not (is_deleted and is_active)");
        });
        builder.HasKey(school => school.Id).HasName("schools_pkey");
        builder.HasIndex(school => school.Code).IsUnique().HasFilter("not is_deleted").HasDatabaseName("schools_code_key");
        builder.HasIndex(school => school.LevelId).HasDatabaseName("schools_level_id_idx");
        builder.HasIndex(school => school.CurriculumId).HasDatabaseName("schools_curriculum_id_idx");
        builder.HasIndex(school => school.GradeSystemId).HasDatabaseName("schools_grade_system_id_idx");
        Columns(builder);
        Relations(builder);
    }

    static void Columns(EntityTypeBuilder<School> builder)
    {
        builder.Property(school => school.Id).HasColumnName("id").HasDefaultValueSql("gen_random_uuid()");
        builder.Property(school => school.Name).HasColumnName("name").HasColumnType("text");
        builder.Property(school => school.Code).HasColumnName("code").HasColumnType("text");
        builder.Property(school => school.Email).HasColumnName("email").HasColumnType("text");
        builder.Property(school => school.Phone).HasColumnName("phone").HasColumnType("text");
        builder.Property(school => school.PhoneRaw).HasColumnName("phone_raw").HasColumnType("text");
        builder.Property(school => school.Country).HasColumnName("country").HasColumnType("text").HasDefaultValue("Kenya");
        builder.Property(school => school.County).HasColumnName("county").HasColumnType("text");
        builder.Property(school => school.Address).HasColumnName("address").HasColumnType("text");
        builder.Property(school => school.Street).HasColumnName("street").HasColumnType("text");
        builder.Property(school => school.PoBox).HasColumnName("po_box").HasColumnType("text");
        builder.Property(school => school.PostalCode).HasColumnName("postal_code").HasColumnType("text");
        builder.Property(school => school.Town).HasColumnName("town").HasColumnType("text");
        builder.Property(school => school.Type).HasColumnName("type").HasColumnType("text").HasDefaultValue("private");
        builder.Property(school => school.LevelId).HasColumnName("level_id");
        builder.Property(school => school.CurriculumId).HasColumnName("curriculum_id");
        builder.Property(school => school.GradeSystemId).HasColumnName("grade_system_id");
        builder.Property(school => school.Logo).HasColumnName("logo").HasColumnType("text");
        builder.Property(school => school.Motto).HasColumnName("motto").HasColumnType("text");
        builder.Property(school => school.Vision).HasColumnName("vision").HasColumnType("text");
        builder.Property(school => school.Mission).HasColumnName("mission").HasColumnType("text");
        builder.Property(school => school.IsVerified).HasColumnName("is_verified").HasDefaultValue(false);
        builder.Property(school => school.IsOnboarded).HasColumnName("is_onboarded").HasDefaultValue(false);
        builder.Property(school => school.IsActive).HasColumnName("is_active").HasDefaultValue(true);
        builder.Property(school => school.IsDeleted).HasColumnName("is_deleted").HasDefaultValue(false);
        builder.Property(school => school.DeletedAt).HasColumnName("deleted_at").HasColumnType("timestamptz");
        builder.Property(school => school.CreatedAt).HasColumnName("created_at").HasColumnType("timestamptz").HasDefaultValueSql("now()");
        builder.Property(school => school.UpdatedAt).HasColumnName("updated_at").HasColumnType("timestamptz").HasDefaultValueSql("now()");
    }

    static void Relations(EntityTypeBuilder<School> builder)
    {
        builder.HasOne(school => school.Level).WithMany()
            .HasForeignKey(school => school.LevelId)
            .OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName("schools_level_id_fkey");
        builder.HasOne(school => school.Curriculum).WithMany()
            .HasForeignKey(school => school.CurriculumId)
            .OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName("schools_curriculum_id_fkey");
        builder.HasOne(school => school.GradeSystem).WithMany()
            .HasForeignKey(school => school.GradeSystemId)
            .OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName("schools_grade_system_id_fkey");
    }
}

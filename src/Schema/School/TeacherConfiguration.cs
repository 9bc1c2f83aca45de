using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Schema;

sealed class TeacherConfiguration : IEntityTypeConfiguration<Teacher>
{
    public void Configure(EntityTypeBuilder<Teacher> builder)
    {
        builder.ToTable("teachers", table =>
        {
            table.HasCheckConstraint("teachers_gender_check", "gender in ('female', 'male')");
            table.HasCheckConstraint("teachers_experience_years_check", "experience_years >= 0");
            table.HasCheckConstraint("teachers_deleted_check", "is_deleted = (deleted_at is not null) and not (is_deleted and is_active)");
        });
        builder.HasKey(teacher => teacher.Id).HasName("teachers_pkey");
        builder.HasIndex(teacher => new { teacher.UserId, teacher.SchoolId }).IsUnique().HasDatabaseName("teachers_user_id_school_id_key");
        builder.HasIndex(teacher => teacher.SchoolId).HasDatabaseName("teachers_school_id_idx");
        Columns(builder);
        Relations(builder);
    }

    static void Columns(EntityTypeBuilder<Teacher> builder)
    {
        builder.Property(teacher => teacher.Id).HasColumnName("id").HasDefaultValueSql("gen_random_uuid()");
        builder.Property(teacher => teacher.UserId).HasColumnName("user_id");
        builder.Property(teacher => teacher.SchoolId).HasColumnName("school_id");
        builder.Property(teacher => teacher.Gender).HasColumnName("gender").HasColumnType("text");
        builder.Property(teacher => teacher.Qualifications).HasColumnName("qualifications").HasColumnType("text[]").HasDefaultValueSql("'{}'");
        builder.Property(teacher => teacher.Subjects).HasColumnName("subjects").HasColumnType("text[]").HasDefaultValueSql("'{}'");
        builder.Property(teacher => teacher.Experience).HasColumnName("experience").HasColumnType("text");
        builder.Property(teacher => teacher.ExperienceYears).HasColumnName("experience_years");
        builder.Property(teacher => teacher.EmploymentDate).HasColumnName("employment_date").HasColumnType("date");
        builder.Property(teacher => teacher.IsClassTeacher).HasColumnName("is_class_teacher").HasDefaultValue(false);
        builder.Property(teacher => teacher.IsActive).HasColumnName("is_active").HasDefaultValue(true);
        builder.Property(teacher => teacher.IsDeleted).HasColumnName("is_deleted").HasDefaultValue(false);
        builder.Property(teacher => teacher.DeletedAt).HasColumnName("deleted_at").HasColumnType("timestamptz");
        builder.Property(teacher => teacher.CreatedAt).HasColumnName("created_at").HasColumnType("timestamptz").HasDefaultValueSql("now()");
        builder.Property(teacher => teacher.UpdatedAt).HasColumnName("updated_at").HasColumnType("timestamptz").HasDefaultValueSql("now()");
    }

    static void Relations(EntityTypeBuilder<Teacher> builder)
    {
        builder.HasOne(teacher => teacher.User).WithMany()
            .HasForeignKey(teacher => teacher.UserId)
            .OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName("teachers_user_id_fkey");
        builder.HasOne(teacher => teacher.School).WithMany()
            .HasForeignKey(teacher => teacher.SchoolId)
            .OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName("teachers_school_id_fkey");
    }
}

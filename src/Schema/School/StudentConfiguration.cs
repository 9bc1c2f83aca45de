using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Schema;

sealed class StudentConfiguration : IEntityTypeConfiguration<Student>
{
    public void Configure(EntityTypeBuilder<Student> builder)
    {
        builder.ToTable("students", table =>
        {
            table.HasCheckConstraint("students_admission_number_check", "admission_number <> ''");
            table.HasCheckConstraint("students_gender_check", "gender in ('female', 'male')");
            table.HasCheckConstraint("students_deleted_check", "is_deleted = (deleted_at is not null) and not (is_deleted and is_active)");
        });
        builder.HasKey(student => student.Id).HasName("students_pkey");
        builder.HasIndex(student => new { student.UserId, student.SchoolId }).IsUnique().HasDatabaseName("students_user_id_school_id_key");
        builder.HasIndex(student => new { student.SchoolId, student.AdmissionNumber }).IsUnique().HasDatabaseName("students_school_id_admission_number_key");
        builder.HasIndex(student => student.SchoolClassId).HasDatabaseName("students_school_class_id_idx");
        Columns(builder);
        Relations(builder);
    }

    static void Columns(EntityTypeBuilder<Student> builder)
    {
        builder.Property(student => student.Id).HasColumnName("id").HasDefaultValueSql("gen_random_uuid()");
        builder.Property(student => student.UserId).HasColumnName("user_id");
        builder.Property(student => student.SchoolId).HasColumnName("school_id");
        builder.Property(student => student.SchoolClassId).HasColumnName("school_class_id");
        builder.Property(student => student.AdmissionNumber).HasColumnName("admission_number").HasColumnType("text");
        builder.Property(student => student.Gender).HasColumnName("gender").HasColumnType("text");
        builder.Property(student => student.BirthDate).HasColumnName("birth_date").HasColumnType("date");
        builder.Property(student => student.EnrollmentDate).HasColumnName("enrollment_date").HasColumnType("date");
        builder.Property(student => student.IsEnrolled).HasColumnName("is_enrolled").HasDefaultValue(true);
        builder.Property(student => student.IsGraduated).HasColumnName("is_graduated").HasDefaultValue(false);
        builder.Property(student => student.IsActive).HasColumnName("is_active").HasDefaultValue(true);
        builder.Property(student => student.IsDeleted).HasColumnName("is_deleted").HasDefaultValue(false);
        builder.Property(student => student.DeletedAt).HasColumnName("deleted_at").HasColumnType("timestamptz");
        builder.Property(student => student.CreatedAt).HasColumnName("created_at").HasColumnType("timestamptz").HasDefaultValueSql("now()");
        builder.Property(student => student.UpdatedAt).HasColumnName("updated_at").HasColumnType("timestamptz").HasDefaultValueSql("now()");
    }

    static void Relations(EntityTypeBuilder<Student> builder)
    {
        builder.HasOne(student => student.User).WithMany()
            .HasForeignKey(student => student.UserId)
            .OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName("students_user_id_fkey");
        builder.HasOne(student => student.School).WithMany()
            .HasForeignKey(student => student.SchoolId)
            .OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName("students_school_id_fkey");
        builder.HasOne(student => student.SchoolClass).WithMany()
            .HasForeignKey(student => student.SchoolClassId)
            .OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName("students_school_class_id_fkey");
    }
}

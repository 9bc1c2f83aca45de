using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Schema;

sealed class SchoolClassConfiguration : IEntityTypeConfiguration<SchoolClass>
{
    public void Configure(EntityTypeBuilder<SchoolClass> builder)
    {
        builder.ToTable("school_classes", table => table.HasCheckConstraint("school_classes_name_check", "name <> ''"));
        builder.HasKey(own => own.Id).HasName("school_classes_pkey");
        builder.HasIndex(own => new { own.SchoolId, own.AcademicYearId, own.Name }).IsUnique().HasDatabaseName("school_classes_school_id_academic_year_id_name_key");
        builder.HasIndex(own => own.AcademicYearId).HasDatabaseName("school_classes_academic_year_id_idx");
        builder.HasIndex(own => own.ClassId).HasDatabaseName("school_classes_class_id_idx");
        Columns(builder);
        Relations(builder);
    }

    static void Columns(EntityTypeBuilder<SchoolClass> builder)
    {
        builder.Property(own => own.Id).HasColumnName("id").HasDefaultValueSql("gen_random_uuid()");
        builder.Property(own => own.SchoolId).HasColumnName("school_id");
        builder.Property(own => own.AcademicYearId).HasColumnName("academic_year_id");
        builder.Property(own => own.ClassId).HasColumnName("class_id");
        builder.Property(own => own.Name).HasColumnName("name").HasColumnType("text");
        builder.Property(own => own.CreatedAt).HasColumnName("created_at").HasColumnType("timestamptz").HasDefaultValueSql("now()");
        builder.Property(own => own.UpdatedAt).HasColumnName("updated_at").HasColumnType("timestamptz").HasDefaultValueSql("now()");
    }

    static void Relations(EntityTypeBuilder<SchoolClass> builder)
    {
        builder.HasOne(own => own.School).WithMany()
            .HasForeignKey(own => own.SchoolId)
            .OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName("school_classes_school_id_fkey");
        builder.HasOne(own => own.AcademicYear).WithMany()
            .HasForeignKey(own => own.AcademicYearId)
            .OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName("school_classes_academic_year_id_fkey");
        builder.HasOne(own => own.Class).WithMany()
            .HasForeignKey(own => own.ClassId)
            .OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName("school_classes_class_id_fkey");
    }
}

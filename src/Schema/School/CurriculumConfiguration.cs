using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Schema;

sealed class CurriculumConfiguration : IEntityTypeConfiguration<Curriculum>
{
    public void Configure(EntityTypeBuilder<Curriculum> builder)
    {
        builder.ToTable("curriculums", table => table.HasCheckConstraint("curriculums_name_check", "name <> ''"));
        builder.HasKey(curriculum => curriculum.Id).HasName("curriculums_pkey");
        builder.HasIndex(curriculum => curriculum.Name).IsUnique().HasDatabaseName("curriculums_name_key");
        builder.HasIndex(curriculum => curriculum.GradeSystemId).HasDatabaseName("curriculums_grade_system_id_idx");
        Columns(builder);
        Relations(builder);
    }

    static void Columns(EntityTypeBuilder<Curriculum> builder)
    {
        builder.Property(curriculum => curriculum.Id).HasColumnName("id").HasDefaultValueSql("gen_random_uuid()");
        builder.Property(curriculum => curriculum.Name).HasColumnName("name").HasColumnType("text");
        builder.Property(curriculum => curriculum.Alias).HasColumnName("alias").HasColumnType("text");
        builder.Property(curriculum => curriculum.Country).HasColumnName("country").HasColumnType("text");
        builder.Property(curriculum => curriculum.GradeSystemId).HasColumnName("grade_system_id");
        builder.Property(curriculum => curriculum.IsActive).HasColumnName("is_active").HasDefaultValue(true);
        builder.Property(curriculum => curriculum.CreatedAt).HasColumnName("created_at").HasColumnType("timestamptz").HasDefaultValueSql("now()");
        builder.Property(curriculum => curriculum.UpdatedAt).HasColumnName("updated_at").HasColumnType("timestamptz").HasDefaultValueSql("now()");
    }

    static void Relations(EntityTypeBuilder<Curriculum> builder)
    {
        builder.HasOne(curriculum => curriculum.GradeSystem).WithMany()
            .HasForeignKey(curriculum => curriculum.GradeSystemId)
            .OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName("curriculums_grade_system_id_fkey");
    }
}

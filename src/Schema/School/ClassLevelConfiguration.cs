using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Schema;

sealed class ClassLevelConfiguration : IEntityTypeConfiguration<ClassLevel>
{
    public void Configure(EntityTypeBuilder<ClassLevel> builder)
    {
        builder.ToTable("class_levels", table =>
        {
            table.HasCheckConstraint("class_levels_name_check", "name <> ''");
            table.HasCheckConstraint("class_levels_age_check", "min_age >= 0 and min_age <= max_age");
        });
        builder.HasKey(level => level.Id).HasName("class_levels_pkey");
        builder.HasIndex(level => new { level.CurriculumId, level.Name }).IsUnique().HasDatabaseName("class_levels_curriculum_id_name_key");
        Columns(builder);
        Relations(builder);
    }

    static void Columns(EntityTypeBuilder<ClassLevel> builder)
    {
        builder.Property(level => level.Id).HasColumnName("id").HasDefaultValueSql("gen_random_uuid()");
        builder.Property(level => level.CurriculumId).HasColumnName("curriculum_id");
        builder.Property(level => level.Name).HasColumnName("name").HasColumnType("text");
        builder.Property(level => level.MinAge).HasColumnName("min_age");
        builder.Property(level => level.MaxAge).HasColumnName("max_age");
        builder.Property(level => level.CreatedAt).HasColumnName("created_at").HasColumnType("timestamptz").HasDefaultValueSql("now()");
        builder.Property(level => level.UpdatedAt).HasColumnName("updated_at").HasColumnType("timestamptz").HasDefaultValueSql("now()");
    }

    static void Relations(EntityTypeBuilder<ClassLevel> builder)
    {
        builder.HasOne(level => level.Curriculum).WithMany()
            .HasForeignKey(level => level.CurriculumId)
            .OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName("class_levels_curriculum_id_fkey");
    }
}

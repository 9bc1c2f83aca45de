using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Schema;

sealed class ClassConfiguration : IEntityTypeConfiguration<Class>
{
    public void Configure(EntityTypeBuilder<Class> builder)
    {
        builder.ToTable("classes", table => table.HasCheckConstraint("classes_name_check", "name <> ''"));
        builder.HasKey(template => template.Id).HasName("classes_pkey");
        builder.HasIndex(template => new { template.CurriculumId, template.Name }).IsUnique().HasDatabaseName("classes_curriculum_id_name_key");
        builder.HasIndex(template => template.LevelId).HasDatabaseName("classes_level_id_idx");
        Columns(builder);
        Relations(builder);
    }

    static void Columns(EntityTypeBuilder<Class> builder)
    {
        builder.Property(template => template.Id).HasColumnName("id").HasDefaultValueSql("gen_random_uuid()");
        builder.Property(template => template.CurriculumId).HasColumnName("curriculum_id");
        builder.Property(template => template.LevelId).HasColumnName("level_id");
        builder.Property(template => template.Name).HasColumnName("name").HasColumnType("text");
        builder.Property(template => template.Order).HasColumnName("order");
        builder.Property(template => template.IsActive).HasColumnName("is_active").HasDefaultValue(true);
        builder.Property(template => template.CreatedAt).HasColumnName("created_at").HasColumnType("timestamptz").HasDefaultValueSql("now()");
        builder.Property(template => template.UpdatedAt).HasColumnName("updated_at").HasColumnType("timestamptz").HasDefaultValueSql("now()");
    }

    static void Relations(EntityTypeBuilder<Class> builder)
    {
        builder.HasOne(template => template.Curriculum).WithMany()
            .HasForeignKey(template => template.CurriculumId)
            .OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName("classes_curriculum_id_fkey");
        builder.HasOne(template => template.Level).WithMany()
            .HasForeignKey(template => template.LevelId)
            .OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName("classes_level_id_fkey");
    }
}

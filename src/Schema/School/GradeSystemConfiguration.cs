using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Schema;

sealed class GradeSystemConfiguration : IEntityTypeConfiguration<GradeSystem>
{
    public void Configure(EntityTypeBuilder<GradeSystem> builder)
    {
        builder.ToTable("grade_systems", table =>
        {
            table.HasCheckConstraint("grade_systems_name_check", "name <> ''");
            table.HasCheckConstraint("grade_systems_grade_type_check", "grade_type in ('letter', 'numeric', 'descriptive')");
        });
        builder.HasKey(system => system.Id).HasName("grade_systems_pkey");
        builder.HasIndex(system => new { system.Name, system.SchoolId }).IsUnique().HasAnnotation("Npgsql:NullsDistinct", false).HasDatabaseName("grade_systems_name_school_id_key");
        builder.HasIndex(system => system.SchoolId).HasDatabaseName("grade_systems_school_id_idx");
        Columns(builder);
        Relations(builder);
    }

    static void Columns(EntityTypeBuilder<GradeSystem> builder)
    {
        builder.Property(system => system.Id).HasColumnName("id").HasDefaultValueSql("gen_random_uuid()");
        builder.Property(system => system.Name).HasColumnName("name").HasColumnType("text");
        builder.Property(system => system.Description).HasColumnName("description").HasColumnType("text");
        builder.Property(system => system.GradeType).HasColumnName("grade_type").HasColumnType("text");
        builder.Property(system => system.SchoolId).HasColumnName("school_id");
        builder.Property(system => system.Country).HasColumnName("country").HasColumnType("text");
        builder.Property(system => system.IsDefault).HasColumnName("is_default").HasDefaultValue(false);
        builder.Property(system => system.IsPredefined).HasColumnName("is_predefined").HasDefaultValue(false);
        builder.Property(system => system.CreatedAt).HasColumnName("created_at").HasColumnType("timestamptz").HasDefaultValueSql("now()");
        builder.Property(system => system.UpdatedAt).HasColumnName("updated_at").HasColumnType("timestamptz").HasDefaultValueSql("now()");
    }

    static void Relations(EntityTypeBuilder<GradeSystem> builder)
    {
        builder.HasOne<School>().WithMany()
            .HasForeignKey(system => system.SchoolId)
            .OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName("grade_systems_school_id_fkey");
    }
}

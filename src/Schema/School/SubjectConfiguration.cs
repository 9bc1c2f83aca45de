using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Schema;

sealed class SubjectConfiguration : IEntityTypeConfiguration<Subject>
{
    public void Configure(EntityTypeBuilder<Subject> builder)
    {
        builder.ToTable("subjects", table => table.HasCheckConstraint("subjects_name_check", "name <> ''"));
        builder.HasKey(subject => subject.Id).HasName("subjects_pkey");
        builder.HasIndex(subject => new { subject.CurriculumId, subject.Name }).IsUnique().HasDatabaseName("subjects_curriculum_id_name_key");
        builder.HasIndex(subject => subject.CategoryId).HasDatabaseName("subjects_category_id_idx");
        Columns(builder);
        Relations(builder);
    }

    static void Columns(EntityTypeBuilder<Subject> builder)
    {
        builder.Property(subject => subject.Id).HasColumnName("id").HasDefaultValueSql("gen_random_uuid()");
        builder.Property(subject => subject.CurriculumId).HasColumnName("curriculum_id");
        builder.Property(subject => subject.CategoryId).HasColumnName("category_id");
        builder.Property(subject => subject.Name).HasColumnName("name").HasColumnType("text");
        builder.Property(subject => subject.CreatedAt).HasColumnName("created_at").HasColumnType("timestamptz").HasDefaultValueSql("now()");
        builder.Property(subject => subject.UpdatedAt).HasColumnName("updated_at").HasColumnType("timestamptz").HasDefaultValueSql("now()");
    }

    static void Relations(EntityTypeBuilder<Subject> builder)
    {
        builder.HasOne(subject => subject.Curriculum).WithMany()
            .HasForeignKey(subject => subject.CurriculumId)
            .OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName("subjects_curriculum_id_fkey");
        builder.HasOne(subject => subject.Category).WithMany()
            .HasForeignKey(subject => subject.CategoryId)
            .OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName("subjects_category_id_fkey");
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Schema;

sealed class StudentParentConfiguration : IEntityTypeConfiguration<StudentParent>
{
    public void Configure(EntityTypeBuilder<StudentParent> builder)
    {
        builder.ToTable("student_parents");
        builder.HasKey(link => new { link.StudentId, link.ParentId }).HasName("student_parents_pkey");
        builder.HasIndex(link => link.ParentId).HasDatabaseName("student_parents_parent_id_idx");
        Columns(builder);
        Relations(builder);
    }

    static void Columns(EntityTypeBuilder<StudentParent> builder)
    {
        builder.Property(link => link.StudentId).HasColumnName("student_id");
        builder.Property(link => link.ParentId).HasColumnName("parent_id");
        builder.Property(link => link.CreatedAt).HasColumnName("created_at").HasColumnType("timestamptz").HasDefaultValueSql("now()");
    }

    static void Relations(EntityTypeBuilder<StudentParent> builder)
    {
        builder.HasOne(link => link.Student).WithMany()
            .HasForeignKey(link => link.StudentId)
            .OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName("student_parents_student_id_fkey");
        builder.HasOne(link => link.Parent).WithMany()
            .HasForeignKey(link => link.ParentId)
            .OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName("student_parents_parent_id_fkey");
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Schema;

sealed class GradeConfiguration : IEntityTypeConfiguration<Grade>
{
    public void Configure(EntityTypeBuilder<Grade> builder)
    {
        builder.ToTable("grades", table =>
        {
            table.HasCheckConstraint("grades_name_check", "name <> ''");
            table.HasCheckConstraint("grades_score_check", "min_score >= 0 and min_score <= max_score and max_score <= 100");
        });
        builder.HasKey(grade => grade.Id).HasName("grades_pkey");
        builder.HasIndex(grade => new { grade.GradeSystemId, grade.Name }).IsUnique().HasDatabaseName("grades_grade_system_id_name_key");
        Columns(builder);
        Relations(builder);
    }

    static void Columns(EntityTypeBuilder<Grade> builder)
    {
        builder.Property(grade => grade.Id).HasColumnName("id").HasDefaultValueSql("gen_random_uuid()");
        builder.Property(grade => grade.GradeSystemId).HasColumnName("grade_system_id");
        builder.Property(grade => grade.Name).HasColumnName("name").HasColumnType("text");
        builder.Property(grade => grade.MinScore).HasColumnName("min_score").HasColumnType("numeric(5,2)");
        builder.Property(grade => grade.MaxScore).HasColumnName("max_score").HasColumnType("numeric(5,2)");
        builder.Property(grade => grade.Remark).HasColumnName("remark").HasColumnType("text");
    }

    static void Relations(EntityTypeBuilder<Grade> builder)
    {
        builder.HasOne(grade => grade.GradeSystem).WithMany(system => system.Grades)
            .HasForeignKey(grade => grade.GradeSystemId)
            .OnDelete(DeleteBehavior.Cascade)
            .HasConstraintName("grades_grade_system_id_fkey");
    }
}

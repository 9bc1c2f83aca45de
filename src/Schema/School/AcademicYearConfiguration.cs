using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Schema;

sealed class AcademicYearConfiguration : IEntityTypeConfiguration<AcademicYear>
{
    public void Configure(EntityTypeBuilder<AcademicYear> builder)
    {
        builder.ToTable("academic_years", table =>
        {
            table.HasCheckConstraint("academic_years_name_check", "name <> ''");
            table.HasCheckConstraint("academic_years_date_check", "start_date < end_date");
        });
        builder.HasKey(year => year.Id).HasName("academic_years_pkey");
        builder.HasIndex(year => new { year.SchoolId, year.Name }).IsUnique().HasDatabaseName("academic_years_school_id_name_key");
        builder.HasIndex(year => year.SchoolId).IsUnique().HasFilter("is_active").HasDatabaseName("academic_years_active_key");
        Columns(builder);
        Relations(builder);
    }

    static void Columns(EntityTypeBuilder<AcademicYear> builder)
    {
        builder.Property(year => year.Id).HasColumnName("id").HasDefaultValueSql("gen_random_uuid()");
        builder.Property(year => year.SchoolId).HasColumnName("school_id");
        builder.Property(year => year.Name).HasColumnName("name").HasColumnType("text");
        builder.Property(year => year.StartDate).HasColumnName("start_date").HasColumnType("date");
        builder.Property(year => year.EndDate).HasColumnName("end_date").HasColumnType("date");
        builder.Property(year => year.IsActive).HasColumnName("is_active").HasDefaultValue(false);
        builder.Property(year => year.IsArchived).HasColumnName("is_archived").HasDefaultValue(false);
        builder.Property(year => year.CreatedAt).HasColumnName("created_at").HasColumnType("timestamptz").HasDefaultValueSql("now()");
        builder.Property(year => year.UpdatedAt).HasColumnName("updated_at").HasColumnType("timestamptz").HasDefaultValueSql("now()");
    }

    static void Relations(EntityTypeBuilder<AcademicYear> builder)
    {
        builder.HasOne(year => year.School).WithMany()
            .HasForeignKey(year => year.SchoolId)
            .OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName("academic_years_school_id_fkey");
    }
}

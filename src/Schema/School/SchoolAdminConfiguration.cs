using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Schema;

sealed class SchoolAdminConfiguration : IEntityTypeConfiguration<SchoolAdmin>
{
    public void Configure(EntityTypeBuilder<SchoolAdmin> builder)
    {
        builder.ToTable("school_admins");
        builder.HasKey(admin => admin.Id).HasName("school_admins_pkey");
        builder.HasIndex(admin => new { admin.UserId, admin.SchoolId }).IsUnique().HasDatabaseName("school_admins_user_id_school_id_key");
        builder.HasIndex(admin => admin.SchoolId).HasDatabaseName("school_admins_school_id_idx");
        Columns(builder);
        Relations(builder);
    }

    static void Columns(EntityTypeBuilder<SchoolAdmin> builder)
    {
        builder.Property(admin => admin.Id).HasColumnName("id").HasDefaultValueSql("gen_random_uuid()");
        builder.Property(admin => admin.UserId).HasColumnName("user_id");
        builder.Property(admin => admin.SchoolId).HasColumnName("school_id");
        builder.Property(admin => admin.Position).HasColumnName("position").HasColumnType("text");
        builder.Property(admin => admin.IsMain).HasColumnName("is_main").HasDefaultValue(false);
        builder.Property(admin => admin.CreatedAt).HasColumnName("created_at").HasColumnType("timestamptz").HasDefaultValueSql("now()");
        builder.Property(admin => admin.UpdatedAt).HasColumnName("updated_at").HasColumnType("timestamptz").HasDefaultValueSql("now()");
    }

    static void Relations(EntityTypeBuilder<SchoolAdmin> builder)
    {
        builder.HasOne(admin => admin.User).WithMany()
            .HasForeignKey(admin => admin.UserId)
            .OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName("school_admins_user_id_fkey");
        builder.HasOne(admin => admin.School).WithMany()
            .HasForeignKey(admin => admin.SchoolId)
            .OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName("school_admins_school_id_fkey");
    }
}

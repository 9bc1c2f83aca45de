using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Schema;

sealed class ParentConfiguration : IEntityTypeConfiguration<Parent>
{
    public void Configure(EntityTypeBuilder<Parent> builder)
    {
        builder.ToTable("parents", table =>
        {
            table.HasCheckConstraint("parents_relationship_check", "relationship in ('father', 'mother', 'guardian')");
            table.HasCheckConstraint("parents_secondary_phone_check", "secondary_phone collate \"C\" ~ '^\\+[1-9][0-9]{1,14}$'");
            table.HasCheckConstraint("parents_deleted_check", "is_deleted = (deleted_at is not null) and not (is_deleted and is_active)");
        });
        builder.HasKey(parent => parent.Id).HasName("parents_pkey");
        builder.HasIndex(parent => new { parent.UserId, parent.SchoolId }).IsUnique().HasDatabaseName("parents_user_id_school_id_key");
        builder.HasIndex(parent => parent.SchoolId).HasDatabaseName("parents_school_id_idx");
        Columns(builder);
        Relations(builder);
    }

    static void Columns(EntityTypeBuilder<Parent> builder)
    {
        builder.Property(parent => parent.Id).HasColumnName("id").HasDefaultValueSql("gen_random_uuid()");
        builder.Property(parent => parent.UserId).HasColumnName("user_id");
        builder.Property(parent => parent.SchoolId).HasColumnName("school_id");
        builder.Property(parent => parent.Relationship).HasColumnName("relationship").HasColumnType("text");
        builder.Property(parent => parent.SecondaryPhone).HasColumnName("secondary_phone").HasColumnType("text");
        builder.Property(parent => parent.SecondaryPhoneRaw).HasColumnName("secondary_phone_raw").HasColumnType("text");
        builder.Property(parent => parent.IsActive).HasColumnName("is_active").HasDefaultValue(true);
        builder.Property(parent => parent.IsDeleted).HasColumnName("is_deleted").HasDefaultValue(false);
        builder.Property(parent => parent.DeletedAt).HasColumnName("deleted_at").HasColumnType("timestamptz");
        builder.Property(parent => parent.CreatedAt).HasColumnName("created_at").HasColumnType("timestamptz").HasDefaultValueSql("now()");
        builder.Property(parent => parent.UpdatedAt).HasColumnName("updated_at").HasColumnType("timestamptz").HasDefaultValueSql("now()");
    }

    static void Relations(EntityTypeBuilder<Parent> builder)
    {
        builder.HasOne(parent => parent.User).WithMany()
            .HasForeignKey(parent => parent.UserId)
            .OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName("parents_user_id_fkey");
        builder.HasOne(parent => parent.School).WithMany()
            .HasForeignKey(parent => parent.SchoolId)
            .OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName("parents_school_id_fkey");
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Schema;

sealed class UserExternalIdConfiguration : IEntityTypeConfiguration<UserExternalId>
{
    public void Configure(EntityTypeBuilder<UserExternalId> builder)
    {
        builder.ToTable("user_external_ids", table => table.HasCheckConstraint(
            "user_external_ids_parts_check", "system <> '' and entity <> '' and external_id <> ''"));
        builder.HasKey(id => new { id.System, id.Entity, id.ExternalId }).HasName("user_external_ids_pkey");
        builder.HasIndex(id => id.UserId).HasDatabaseName("user_external_ids_user_id_idx");
        builder.Property(id => id.System).HasColumnName("system").HasColumnType("text");
        builder.Property(id => id.Entity).HasColumnName("entity").HasColumnType("text");
        builder.Property(id => id.ExternalId).HasColumnName("external_id").HasColumnType("text");
        builder.Property(id => id.UserId).HasColumnName("user_id");
        builder.HasOne(id => id.User).WithMany(user => user.ExternalIds)
            .HasForeignKey(id => id.UserId)
            .OnDelete(DeleteBehavior.Cascade)
            .HasConstraintName("user_external_ids_user_id_fkey");
    }
}

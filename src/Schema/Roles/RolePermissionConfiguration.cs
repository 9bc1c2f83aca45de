using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Schema;

sealed class RolePermissionConfiguration : IEntityTypeConfiguration<RolePermission>
{
    public void Configure(EntityTypeBuilder<RolePermission> builder)
    {
        builder.ToTable("role_permissions");
        builder.HasKey(granted => new { granted.RoleId, granted.PermissionId }).HasName("role_permissions_pkey");
        builder.HasIndex(granted => granted.PermissionId).HasDatabaseName("role_permissions_permission_id_idx");
        builder.Property(granted => granted.RoleId).HasColumnName("role_id");
        builder.Property(granted => granted.PermissionId).HasColumnName("permission_id");
        builder.HasOne(granted => granted.Role).WithMany(role => role.Permissions)
            .HasForeignKey(granted => granted.RoleId)
            .OnDelete(DeleteBehavior.Cascade)
            .HasConstraintName("role_permissions_role_id_fkey");
        builder.HasOne(granted => granted.Permission).WithMany()
            .HasForeignKey(granted => granted.PermissionId)
            .OnDelete(DeleteBehavior.Cascade)
            .HasConstraintName("role_permissions_permission_id_fkey");
    }
}

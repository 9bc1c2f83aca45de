using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Schema;

sealed class UserRoleConfiguration : IEntityTypeConfiguration<UserRole>
{
    public void Configure(EntityTypeBuilder<UserRole> builder)
    {
        builder.ToTable("user_roles", table =>
        {
            table.HasCheckConstraint("user_roles_scope_type_check", "scope_type in ('global', 'school')");
            table.HasCheckConstraint("user_roles_scope_key_check", "(scope_type = 'global') = (scope_key = '')");
        });
        builder.HasKey(role => new { role.UserId, role.RoleId, role.ScopeType, role.ScopeKey }).HasName("user_roles_pkey");
        builder.HasIndex(role => role.RoleId).HasDatabaseName("user_roles_role_id_idx");
        builder.Property(role => role.UserId).HasColumnName("user_id");
        builder.Property(role => role.RoleId).HasColumnName("role_id");
        builder.Property(role => role.ScopeType).HasColumnName("scope_type").HasColumnType("text").HasDefaultValue("global");
        builder.Property(role => role.ScopeKey).HasColumnName("scope_key").HasColumnType("text").HasDefaultValue("");
        builder.HasOne(role => role.User).WithMany(user => user.Roles)
            .HasForeignKey(role => role.UserId)
            .OnDelete(DeleteBehavior.Cascade)
            .HasConstraintName("user_roles_user_id_fkey");
        builder.HasOne(role => role.Role).WithMany()
            .HasForeignKey(role => role.RoleId)
            .OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName("user_roles_role_id_fkey");
    }
}

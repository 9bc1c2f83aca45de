using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Schema;

sealed class PermissionConfiguration : IEntityTypeConfiguration<Permission>
{
    public void Configure(EntityTypeBuilder<Permission> builder)
    {
        builder.ToTable("permissions", table =>
        {
            table.HasCheckConstraint("permissions_name_check", "name <> ''");
            table.HasCheckConstraint("permissions_scope_check", "scope in ('account', 'admin')");
        });
        builder.HasKey(permission => permission.Id).HasName("permissions_pkey");
        builder.HasIndex(permission => permission.Name).IsUnique().HasDatabaseName("permissions_name_key");
        builder.HasIndex(permission => permission.ModuleId).HasDatabaseName("permissions_module_id_idx");
        builder.Property(permission => permission.Id).HasColumnName("id").HasDefaultValueSql("gen_random_uuid()");
        builder.Property(permission => permission.Name).HasColumnName("name").HasColumnType("text");
        builder.Property(permission => permission.Alias).HasColumnName("alias").HasColumnType("text");
        builder.Property(permission => permission.ModuleId).HasColumnName("module_id");
        builder.Property(permission => permission.Scope).HasColumnName("scope").HasColumnType("text");
        builder.HasOne(permission => permission.Module).WithMany(module => module.Permissions)
            .HasForeignKey(permission => permission.ModuleId)
            .OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName("permissions_module_id_fkey");
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Schema;

sealed class PermissionModuleConfiguration : IEntityTypeConfiguration<PermissionModule>
{
    public void Configure(EntityTypeBuilder<PermissionModule> builder)
    {
        builder.ToTable("permission_modules", table => table.HasCheckConstraint("permission_modules_name_check", "name <> ''"));
        builder.HasKey(module => module.Id).HasName("permission_modules_pkey");
        builder.HasIndex(module => module.Name).IsUnique().HasDatabaseName("permission_modules_name_key");
        builder.Property(module => module.Id).HasColumnName("id").HasDefaultValueSql("gen_random_uuid()");
        builder.Property(module => module.Name).HasColumnName("name").HasColumnType("text");
        builder.Property(module => module.Alias).HasColumnName("alias").HasColumnType("text");
        builder.Property(module => module.IsActive).HasColumnName("is_active").HasDefaultValue(true);
    }
}

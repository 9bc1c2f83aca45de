using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Schema;

sealed class RoleConfiguration : IEntityTypeConfiguration<Role>
{
    public void Configure(EntityTypeBuilder<Role> builder)
    {
        builder.ToTable("roles", table => table.HasCheckConstraint("roles_name_check", "name <> ''"));
        builder.HasKey(role => role.Id).HasName("roles_pkey");
        builder.HasIndex(role => role.Name).IsUnique().HasDatabaseName("roles_name_key");
        builder.Property(role => role.Id).HasColumnName("id").ValueGeneratedNever();
        builder.Property(role => role.Name).HasColumnName("name").HasColumnType("text");
    }
}

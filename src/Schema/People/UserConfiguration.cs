using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Schema;

sealed class UserConfiguration : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> builder)
    {
        // One more rule lives in the database alone, because EF Core has no indexes on expressions: users_email_key,
        // unique over lower(btrim(email) collate "C") where not is_deleted.
        builder.ToTable("users", table =>
        {
            table.HasCheckConstraint("users_email_check", "strpos(btrim(email), '@') > 1");
            table.HasCheckConstraint("users_email_generated_check", "not email_generated or email is not null");
            table.HasCheckConstraint("users_phone_check", "phone collate \"C\" ~ '^\\+[1-9][0-9]{1,14}$'");
            table.HasCheckConstraint("users_password_check", "(password_hash is null) = (password_algorithm is null)");
            table.HasCheckConstraint("users_auth_provider_check", "(auth_provider is null) = (auth_provider_id is null)");
            table.HasCheckConstraint(
                "users_deleted_check",
                "is_deleted = (deleted_at is not null) and not (is_deleted and is_active)");
        });
        builder.HasKey(user => user.Id).HasName("users_pkey");
        builder.HasIndex(user => new { user.AuthProvider, user.AuthProviderId })
            .IsUnique()
            .HasDatabaseName("users_auth_provider_auth_provider_id_key");
        Columns(builder);
    }

    static void Columns(EntityTypeBuilder<User> builder)
    {
        builder.Property(user => user.Id).HasColumnName("id").HasDefaultValueSql("gen_random_uuid()");
        builder.Property(user => user.Email).HasColumnName("email").HasColumnType("text");
        builder.Property(user => user.Phone).HasColumnName("phone").HasColumnType("text");
        builder.Property(user => user.EmailGenerated).HasColumnName("email_generated").HasDefaultValue(false);
        builder.Property(user => user.PhoneRaw).HasColumnName("phone_raw").HasColumnType("text");
        builder.Property(user => user.FirstName).HasColumnName("first_name").HasColumnType("text");
        builder.Property(user => user.MiddleName).HasColumnName("middle_name").HasColumnType("text");
        builder.Property(user => user.LastName).HasColumnName("last_name").HasColumnType("text");
        builder.Property(user => user.PasswordHash).HasColumnName("password_hash").HasColumnType("text");
        builder.Property(user => user.PasswordAlgorithm).HasColumnName("password_algorithm").HasColumnType("text");
        builder.Property(user => user.PasswordMustChange).HasColumnName("password_must_change").HasDefaultValue(false);
        builder.Property(user => user.AuthProvider).HasColumnName("auth_provider").HasColumnType("text");
        builder.Property(user => user.AuthProviderId).HasColumnName("auth_provider_id").HasColumnType("text");
        builder.Property(user => user.IsActive).HasColumnName("is_active").HasDefaultValue(true);
        builder.Property(user => user.IsDeleted).HasColumnName("is_deleted").HasDefaultValue(false);
        builder.Property(user => user.DeletedAt).HasColumnName("deleted_at").HasColumnType("timestamptz");
        builder.Property(user => user.CreatedAt).HasColumnName("created_at").HasColumnType("timestamptz").HasDefaultValueSql("now()");
        builder.Property(user => user.UpdatedAt).HasColumnName("updated_at").HasColumnType("timestamptz").HasDefaultValueSql("now()");
    }
}

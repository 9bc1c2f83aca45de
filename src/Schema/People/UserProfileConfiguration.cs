using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Schema;

sealed class UserProfileConfiguration : IEntityTypeConfiguration<UserProfile>
{
    public void Configure(EntityTypeBuilder<UserProfile> builder)
    {
        // In the database alone: user_profiles_display_name_key, unique over lower(display_name collate "C").
        builder.ToTable("user_profiles", table =>
        {
            table.HasCheckConstraint("user_profiles_display_name_check", "char_length(display_name) between 1 and 100");
            table.HasCheckConstraint("user_profiles_preferences_check", "jsonb_typeof(preferences) in ('object', 'null')");
            table.HasCheckConstraint(
                "user_profiles_email_cadence_check",
                "preferences ->> 'email_cadence' in ('daily_only', 'weekly_only', 'both', 'none')");
        });
        builder.HasKey(profile => profile.UserId).HasName("user_profiles_pkey");
        builder.Property(profile => profile.UserId).HasColumnName("user_id").ValueGeneratedNever();
        builder.Property(profile => profile.DisplayName).HasColumnName("display_name").HasColumnType("varchar(100)");
        builder.Property(profile => profile.Timezone).HasColumnName("timezone").HasColumnType("varchar(50)").HasDefaultValue("UTC");
        builder.Property(profile => profile.AvatarUrl).HasColumnName("avatar_url").HasColumnType("varchar(500)");
        builder.Property(profile => profile.Bio).HasColumnName("bio").HasColumnType("text");
        builder.Property(profile => profile.Preferences).HasColumnName("preferences").HasColumnType("jsonb");
        builder.Property(profile => profile.CreatedAt).HasColumnName("created_at").HasColumnType("timestamptz").HasDefaultValueSql("now()");
        builder.Property(profile => profile.UpdatedAt).HasColumnName("updated_at").HasColumnType("timestamptz").HasDefaultValueSql("now()");
        builder.HasOne(profile => profile.User).WithOne(user => user.Profile)
            .HasForeignKey<UserProfile>(profile => profile.UserId)
            .OnDelete(DeleteBehavior.Cascade)
            .HasConstraintName("user_profiles_user_id_fkey");
    }
}

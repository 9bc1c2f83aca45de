using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Schema;

sealed class UserNotificationChannelConfiguration : IEntityTypeConfiguration<UserNotificationChannel>
{
    public void Configure(EntityTypeBuilder<UserNotificationChannel> builder)
    {
        builder.ToTable("user_notification_channels", table =>
        {
            table.HasCheckConstraint(
                "user_notification_channels_channel_type_check", "channel_type in ('email', 'sms', 'push', 'webhook')");
            table.HasCheckConstraint("user_notification_channels_channel_value_check", "channel_value <> ''");
            table.HasCheckConstraint("user_notification_channels_preferences_check", "jsonb_typeof(preferences) in ('object', 'null')");
            table.HasCheckConstraint(
                "user_notification_channels_bounce_check",
                "email_bounced = (bounced_at is not null) and (email_bounced or bounce_type is null) and (channel_type = 'email' or not email_bounced)");
        });
        builder.HasKey(channel => channel.Id).HasName("user_notification_channels_pkey");
        builder.HasIndex(channel => channel.UserId, "user_notification_channels_user_id_idx");
        builder.HasIndex(channel => channel.UserId, "user_notification_channels_email_key").IsUnique().HasFilter("channel_type = 'email'");
        builder.HasIndex(channel => channel.ChannelType, "user_notification_channels_channel_type_idx");
        Columns(builder);
        builder.HasOne(channel => channel.User).WithMany(user => user.NotificationChannels)
            .HasForeignKey(channel => channel.UserId)
            .OnDelete(DeleteBehavior.Cascade)
            .HasConstraintName("user_notification_channels_user_id_fkey");
    }

    static void Columns(EntityTypeBuilder<UserNotificationChannel> builder)
    {
        builder.Property(channel => channel.Id).HasColumnName("id").HasDefaultValueSql("gen_random_uuid()");
        builder.Property(channel => channel.UserId).HasColumnName("user_id");
        builder.Property(channel => channel.ChannelType).HasColumnName("channel_type").HasColumnType("varchar(50)");
        builder.Property(channel => channel.ChannelValue).HasColumnName("channel_value").HasColumnType("varchar(500)");
        builder.Property(channel => channel.IsVerified).HasColumnName("is_verified").HasDefaultValue(false);
        builder.Property(channel => channel.IsEnabled).HasColumnName("is_enabled").HasDefaultValue(true);
        builder.Property(channel => channel.Preferences).HasColumnName("preferences").HasColumnType("jsonb");
        builder.Property(channel => channel.EmailBounced).HasColumnName("email_bounced").HasDefaultValue(false);
        builder.Property(channel => channel.BouncedAt).HasColumnName("bounced_at").HasColumnType("timestamptz");
        builder.Property(channel => channel.BounceType).HasColumnName("bounce_type").HasColumnType("varchar(50)");
        builder.Property(channel => channel.CreatedAt).HasColumnName("created_at").HasColumnType("timestamptz").HasDefaultValueSql("now()");
        builder.Property(channel => channel.UpdatedAt).HasColumnName("updated_at").HasColumnType("timestamptz").HasDefaultValueSql("now()");
    }
}

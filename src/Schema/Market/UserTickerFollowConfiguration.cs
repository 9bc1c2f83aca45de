using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Schema;

sealed class UserTickerFollowConfiguration : IEntityTypeConfiguration<UserTickerFollow>
{
    public void Configure(EntityTypeBuilder<UserTickerFollow> builder)
    {
        // In the database alone, because EF Core has no deferrable keys: user_ticker_follows_user_id_order_key, unique over
        // (user_id, "order") at commit.
        builder.ToTable("user_ticker_follows", table =>
        {
            table.HasCheckConstraint(
                "user_ticker_follows_price_change_threshold_check",
                "price_change_threshold > 0 and price_change_threshold < 'infinity'");
            table.HasCheckConstraint("user_ticker_follows_custom_alerts_check", "jsonb_typeof(custom_alerts) in ('object', 'null')");
            table.HasCheckConstraint("user_ticker_follows_order_check", "\"order\" >= 0");
        });
        builder.HasKey(follow => follow.Id).HasName("user_ticker_follows_pkey");
        builder.HasIndex(follow => new { follow.UserId, follow.Ticker }).IsUnique().HasDatabaseName("user_ticker_follows_user_id_ticker_key");
        builder.HasIndex(follow => follow.Ticker).HasDatabaseName("user_ticker_follows_ticker_idx");
        Columns(builder);
        builder.HasOne(follow => follow.User).WithMany(user => user.TickerFollows)
            .HasForeignKey(follow => follow.UserId)
            .OnDelete(DeleteBehavior.Cascade)
            .HasConstraintName("user_ticker_follows_user_id_fkey");
        builder.HasOne<Ticker>().WithMany()
            .HasForeignKey(follow => follow.Ticker)
            .OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName("user_ticker_follows_ticker_fkey");
    }

    static void Columns(EntityTypeBuilder<UserTickerFollow> builder)
    {
        builder.Property(follow => follow.Id).HasColumnName("id").HasDefaultValueSql("gen_random_uuid()");
        builder.Property(follow => follow.UserId).HasColumnName("user_id");
        builder.Property(follow => follow.Ticker).HasColumnName("ticker").HasColumnType("varchar");
        builder.Property(follow => follow.NotifyOnSignals).HasColumnName("notify_on_signals").HasDefaultValue(true);
        builder.Property(follow => follow.NotifyOnPriceChange).HasColumnName("notify_on_price_change").HasDefaultValue(false);
        builder.Property(follow => follow.PriceChangeThreshold).HasColumnName("price_change_threshold").HasColumnType("double precision");
        builder.Property(follow => follow.CustomAlerts).HasColumnName("custom_alerts").HasColumnType("jsonb");
        builder.Property(follow => follow.Order).HasColumnName("order").HasDefaultValue(0);
        builder.Property(follow => follow.CreatedAt).HasColumnName("created_at").HasColumnType("timestamptz").HasDefaultValueSql("now()");
        builder.Property(follow => follow.UpdatedAt).HasColumnName("updated_at").HasColumnType("timestamptz").HasDefaultValueSql("now()");
    }
}

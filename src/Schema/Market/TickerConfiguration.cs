using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Schema;

sealed class TickerConfiguration : IEntityTypeConfiguration<Ticker>
{
    public void Configure(EntityTypeBuilder<Ticker> builder)
    {
        builder.ToTable("ticker");
        builder.HasKey(ticker => ticker.Symbol).HasName("ticker_pkey");
        builder.HasIndex(ticker => ticker.Exchange).HasDatabaseName("ticker_exchange_idx");
        builder.HasIndex(ticker => ticker.IsSp500).HasDatabaseName("ticker_is_sp500_idx");
        builder.HasIndex(ticker => ticker.Cik).HasDatabaseName("ticker_cik_idx");
        builder.Property(ticker => ticker.Symbol).HasColumnName("symbol").HasColumnType("varchar");
        builder.Property(ticker => ticker.Name).HasColumnName("name").HasColumnType("varchar");
        builder.Property(ticker => ticker.Aliases).HasColumnName("aliases").HasColumnType("jsonb");
        builder.Property(ticker => ticker.Exchange).HasColumnName("exchange").HasColumnType("varchar(50)");
        builder.Property(ticker => ticker.Sources).HasColumnName("sources").HasColumnType("jsonb");
        builder.Property(ticker => ticker.IsSp500).HasColumnName("is_sp500");
        builder.Property(ticker => ticker.Cik).HasColumnName("cik").HasColumnType("varchar(20)");
    }
}

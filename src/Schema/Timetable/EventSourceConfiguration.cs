using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Schema;

sealed class EventSourceConfiguration : IEntityTypeConfiguration<EventSource>
{
    public void Configure(EntityTypeBuilder<EventSource> builder)
    {
        builder.ToTable("timetables_eventsource");
        builder.HasKey(row => row.Id).HasName("timetables_eventsource_pkey");
        builder.HasIndex(row => row.MasterId, "timetables_eventsource_master_id");
        builder.Property(row => row.Id).HasColumnName("id").HasDefaultValueSql("nextval('timetables_eventsource_id_seq'::regclass)");
        builder.Property(row => row.Current).HasColumnName("current");
        builder.Property(row => row.VersionStamp).HasColumnName("versionstamp").HasColumnType("timestamp with time zone");
        builder.Property(row => row.Data).HasColumnName("data").HasColumnType("text");
        builder.Property(row => row.Title).HasColumnName("title").HasColumnType("varchar(512)");
        builder.Property(row => row.SourceType).HasColumnName("sourcetype").HasColumnType("varchar(32)");
        builder.Property(row => row.SourceUrl).HasColumnName("sourceurl").HasColumnType("varchar(2048)");
        builder.Property(row => row.SourceFile).HasColumnName("sourcefile").HasColumnType("varchar(100)");
        builder.Property(row => row.MasterId).HasColumnName("master_id");
        builder.HasOne(row => row.Master).WithMany()
            .HasForeignKey(row => row.MasterId)
            .OnDelete(DeleteBehavior.NoAction)
            .HasConstraintName("master_id_refs_id_7adfe03d");
    }
}

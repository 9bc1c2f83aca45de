using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Schema;

sealed class EventConfiguration : IEntityTypeConfiguration<Event>
{
    public void Configure(EntityTypeBuilder<Event> builder)
    {
        builder.ToTable("timetables_event");
        builder.HasKey(row => row.Id).HasName("timetables_event_pkey");
        builder.HasIndex(row => row.MasterId, "timetables_event_master_id");
        builder.HasIndex(row => row.SourceId, "timetables_event_source_id");
        builder.HasIndex(row => new { row.SourceId, row.Status, row.Current, row.Start }, "timetables_event_source_id_117d8fd021d2452e");
        builder.Property(row => row.Id).HasColumnName("id").HasDefaultValueSql("nextval('timetables_event_id_seq'::regclass)");
        builder.Property(row => row.Current).HasColumnName("current");
        builder.Property(row => row.VersionStamp).HasColumnName("versionstamp").HasColumnType("timestamp with time zone");
        builder.Property(row => row.Data).HasColumnName("data").HasColumnType("text");
        builder.Property(row => row.Start).HasColumnName("start").HasColumnType("timestamp with time zone");
        builder.Property(row => row.End).HasColumnName("end").HasColumnType("timestamp with time zone");
        builder.Property(row => row.StartTimeZone).HasColumnName("starttz").HasColumnType("varchar(32)");
        builder.Property(row => row.EndTimeZone).HasColumnName("endtz").HasColumnType("varchar(32)");
        builder.Property(row => row.Title).HasColumnName("title").HasColumnType("varchar(512)");
        builder.Property(row => row.Location).HasColumnName("location").HasColumnType("varchar(512)");
        builder.Property(row => row.Uid).HasColumnName("uid").HasColumnType("varchar(512)");
        builder.Property(row => row.MasterId).HasColumnName("master_id");
        builder.Property(row => row.SourceId).HasColumnName("source_id");
        builder.Property(row => row.Status).HasColumnName("status");
        builder.HasOne(row => row.Master).WithMany()
            .HasForeignKey(row => row.MasterId)
            .OnDelete(DeleteBehavior.NoAction)
            .HasConstraintName("master_id_refs_id_86f90f0a");
        builder.HasOne(row => row.Source).WithMany()
            .HasForeignKey(row => row.SourceId)
            .OnDelete(DeleteBehavior.NoAction)
            .HasConstraintName("source_id_refs_id_96c703df");
    }
}

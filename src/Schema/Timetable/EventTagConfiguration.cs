using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Schema;

sealed class EventTagConfiguration : IEntityTypeConfiguration<EventTag>
{
    public void Configure(EntityTypeBuilder<EventTag> builder)
    {
        builder.ToTable("timetables_eventtag");
        builder.HasKey(row => row.Id).HasName("timetables_eventtag_pkey");
        builder.HasIndex(row => row.ThingId, "timetables_eventtag_thing_id");
        builder.HasIndex(row => row.EventId, "timetables_eventtag_event_id");
        builder.Property(row => row.Id).HasColumnName("id").HasDefaultValueSql("nextval('timetables_eventtag_id_seq'::regclass)");
        builder.Property(row => row.Annotation).HasColumnName("annotation").HasColumnType("varchar(32)");
        builder.Property(row => row.ThingId).HasColumnName("thing_id");
        builder.Property(row => row.EventId).HasColumnName("event_id");
        builder.HasOne(row => row.Thing).WithMany()
            .HasForeignKey(row => row.ThingId)
            .OnDelete(DeleteBehavior.NoAction)
            .HasConstraintName("thing_id_refs_id_a8bb75d6");
        builder.HasOne(row => row.Event).WithMany()
            .HasForeignKey(row => row.EventId)
            .OnDelete(DeleteBehavior.NoAction)
            .HasConstraintName("event_id_refs_id_cd4ff1fa");
    }
}

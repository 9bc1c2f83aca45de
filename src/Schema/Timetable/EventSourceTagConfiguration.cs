using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Schema;

sealed class EventSourceTagConfiguration : IEntityTypeConfiguration<EventSourceTag>
{
    public void Configure(EntityTypeBuilder<EventSourceTag> builder)
    {
        builder.ToTable("timetables_eventsourcetag");
        builder.HasKey(row => row.Id).HasName("timetables_eventsourcetag_pkey");
        builder.HasIndex(row => row.ThingId, "timetables_eventsourcetag_thing_id");
        builder.HasIndex(row => row.EventSourceId, "timetables_eventsourcetag_eventsource_id");
        builder.Property(row => row.Id).HasColumnName("id").HasDefaultValueSql("nextval('timetables_eventsourcetag_id_seq'::regclass)");
        builder.Property(row => row.Annotation).HasColumnName("annotation").HasColumnType("varchar(32)");
        builder.Property(row => row.ThingId).HasColumnName("thing_id");
        builder.Property(row => row.EventSourceId).HasColumnName("eventsource_id");
        builder.HasOne(row => row.Thing).WithMany()
            .HasForeignKey(row => row.ThingId)
            .OnDelete(DeleteBehavior.NoAction)
            .HasConstraintName("thing_id_refs_id_79d91749");
        builder.HasOne(row => row.EventSource).WithMany()
            .HasForeignKey(row => row.EventSourceId)
            .OnDelete(DeleteBehavior.NoAction)
            .HasConstraintName("eventsource_id_refs_id_524e4242");
    }
}

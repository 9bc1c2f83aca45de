using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Schema;

sealed class ThingTagConfiguration : IEntityTypeConfiguration<ThingTag>
{
    public void Configure(EntityTypeBuilder<ThingTag> builder)
    {
        builder.ToTable("timetables_thingtag");
        builder.HasKey(row => row.Id).HasName("timetables_thingtag_pkey");
        builder.HasIndex(row => row.ThingId, "timetables_thingtag_thing_id");
        builder.HasIndex(row => row.TargetThingId, "timetables_thingtag_targetthing_id");
        builder.Property(row => row.Id).HasColumnName("id").HasDefaultValueSql("nextval('timetables_thingtag_id_seq'::regclass)");
        builder.Property(row => row.Annotation).HasColumnName("annotation").HasColumnType("varchar(32)");
        builder.Property(row => row.ThingId).HasColumnName("thing_id");
        builder.Property(row => row.TargetThingId).HasColumnName("targetthing_id");
        builder.HasOne(row => row.Thing).WithMany()
            .HasForeignKey(row => row.ThingId)
            .OnDelete(DeleteBehavior.NoAction)
            .HasConstraintName("thing_id_refs_id_6229ab16");
        builder.HasOne(row => row.TargetThing).WithMany()
            .HasForeignKey(row => row.TargetThingId)
            .OnDelete(DeleteBehavior.NoAction)
            .HasConstraintName("targetthing_id_refs_id_6229ab16");
    }
}

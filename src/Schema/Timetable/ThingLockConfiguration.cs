using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Schema;

sealed class ThingLockConfiguration : IEntityTypeConfiguration<ThingLock>
{
    public void Configure(EntityTypeBuilder<ThingLock> builder)
    {
        builder.ToTable("timetables_thinglock");
        builder.HasKey(row => row.Id).HasName("timetables_thinglock_pkey");
        builder.HasIndex(row => row.ThingId, "timetables_thinglock_thing_id");
        builder.HasIndex(row => row.OwnerId, "timetables_thinglock_owner_id");
        builder.HasIndex(row => row.Name, "timetables_thinglock_name");
        builder.HasIndex(row => row.Name, "timetables_thinglock_name_like").HasAnnotation("Npgsql:IndexOperators", new[] { "varchar_pattern_ops" });
        builder.Property(row => row.Id).HasColumnName("id").HasDefaultValueSql("nextval('timetables_thinglock_id_seq'::regclass)");
        builder.Property(row => row.ThingId).HasColumnName("thing_id");
        builder.Property(row => row.OwnerId).HasColumnName("owner_id");
        builder.Property(row => row.Expires).HasColumnName("expires").HasColumnType("timestamp with time zone");
        builder.Property(row => row.Name).HasColumnName("name").HasColumnType("varchar(32)");
        builder.HasOne(row => row.Thing).WithMany()
            .HasForeignKey(row => row.ThingId)
            .OnDelete(DeleteBehavior.NoAction)
            .HasConstraintName("thing_id_refs_id_a1548585");
        builder.HasOne(row => row.Owner).WithMany()
            .HasForeignKey(row => row.OwnerId)
            .OnDelete(DeleteBehavior.NoAction)
            .HasConstraintName("owner_id_refs_id_a1548585");
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Schema;

sealed class ThingConfiguration : IEntityTypeConfiguration<Thing>
{
    public void Configure(EntityTypeBuilder<Thing> builder)
    {
        builder.ToTable("timetables_thing");
        builder.HasKey(thing => thing.Id).HasName("timetables_thing_pkey");
        builder.HasIndex(thing => thing.ParentId, "timetables_thing_parent_id");
        builder.HasIndex(thing => thing.PathId, "timetables_thing_pathid_key").IsUnique();
        builder.HasIndex(thing => thing.PathId, "timetables_thing_pathid_like").HasAnnotation("Npgsql:IndexOperators", new[] { "varchar_pattern_ops" });
        builder.HasIndex(thing => thing.Type, "timetables_thing_type");
        builder.HasIndex(thing => thing.Type, "timetables_thing_type_like").HasAnnotation("Npgsql:IndexOperators", new[] { "varchar_pattern_ops" });
        builder.Property(thing => thing.Id).HasColumnName("id").HasDefaultValueSql("nextval('timetables_thing_id_seq'::regclass)");
        builder.Property(thing => thing.ParentId).HasColumnName("parent_id");
        builder.Property(thing => thing.PathId).HasColumnName("pathid").HasColumnType("varchar(64)");
        builder.Property(thing => thing.FullPath).HasColumnName("fullpath").HasColumnType("varchar(2048)");
        builder.Property(thing => thing.Name).HasColumnName("name").HasColumnType("varchar(32)");
        builder.Property(thing => thing.Data).HasColumnName("data").HasColumnType("text");
        builder.Property(thing => thing.Type).HasColumnName("type").HasColumnType("varchar(12)");
        builder.Property(thing => thing.FullName).HasColumnName("fullname").HasColumnType("varchar(512)");
        builder.HasOne(thing => thing.Parent).WithMany()
            .HasForeignKey(thing => thing.ParentId)
            .OnDelete(DeleteBehavior.NoAction)
            .HasConstraintName("parent_id_refs_id_52cc64ca");
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Schema;

sealed class TicketConfiguration : IEntityTypeConfiguration<Ticket>
{
    public void Configure(EntityTypeBuilder<Ticket> builder)
    {
        // Location and status are what people and the old program wrote, free text without a closed set of words.
        builder.ToTable("tickets");
        builder.HasKey(ticket => ticket.Id).HasName("tickets_pkey");
        builder.HasIndex(ticket => ticket.CreatorId).HasDatabaseName("tickets_creator_id_idx");
        builder.HasIndex(ticket => ticket.ClaimantId).HasDatabaseName("tickets_claimant_id_idx");
        Columns(builder);
        builder.HasOne(ticket => ticket.Creator).WithMany()
            .HasForeignKey(ticket => ticket.CreatorId)
            .OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName("tickets_creator_id_fkey");
        builder.HasOne(ticket => ticket.Claimant).WithMany()
            .HasForeignKey(ticket => ticket.ClaimantId)
            .OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName("tickets_claimant_id_fkey");
    }

    static void Columns(EntityTypeBuilder<Ticket> builder)
    {
        builder.Property(ticket => ticket.Id).HasColumnName("id").HasDefaultValueSql("nextval('tickets_id_seq'::regclass)");
        builder.Property(ticket => ticket.CreatorId).HasColumnName("creator_id");
        builder.Property(ticket => ticket.ClaimantId).HasColumnName("claimant_id");
        builder.Property(ticket => ticket.Question).HasColumnName("question").HasColumnType("text");
        builder.Property(ticket => ticket.Content).HasColumnName("content").HasColumnType("text");
        builder.Property(ticket => ticket.Location).HasColumnName("location").HasColumnType("text");
        builder.Property(ticket => ticket.Tags).HasColumnName("tags").HasColumnType("text[]");
        builder.Property(ticket => ticket.Images).HasColumnName("images").HasColumnType("text[]");
        builder.Property(ticket => ticket.Active).HasColumnName("active").HasDefaultValue(true);
        builder.Property(ticket => ticket.Status).HasColumnName("status").HasColumnType("varchar");
        builder.Property(ticket => ticket.CreatedAt).HasColumnName("created_at").HasColumnType("timestamptz").HasDefaultValueSql("now()");
        builder.Property(ticket => ticket.ClaimedAt).HasColumnName("claimed_at").HasColumnType("timestamptz");
    }
}

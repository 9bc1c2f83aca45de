using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Schema;

sealed class QueueMemberConfiguration : IEntityTypeConfiguration<QueueMember>
{
    public void Configure(EntityTypeBuilder<QueueMember> builder)
    {
        builder.ToTable("queue_members");
        builder.HasKey(member => member.UserId).HasName("queue_members_pkey");
        builder.HasIndex(member => member.CurrentTicketId).HasDatabaseName("queue_members_current_ticket_id_idx");
        builder.Property(member => member.UserId).HasColumnName("user_id").ValueGeneratedNever();
        builder.Property(member => member.Location).HasColumnName("location").HasColumnType("text").HasDefaultValue("in person");
        builder.Property(member => member.ZoomLink).HasColumnName("zoom_link").HasColumnType("text").HasDefaultValue("");
        builder.Property(member => member.Discord).HasColumnName("discord").HasColumnType("text").HasDefaultValue("");
        builder.Property(member => member.ResolvedTickets).HasColumnName("resolved_tickets").HasDefaultValue(0);
        builder.Property(member => member.Ratings).HasColumnName("ratings").HasColumnType("numeric(2,1)[]").HasDefaultValueSql("'{}'");
        builder.Property(member => member.Reviews).HasColumnName("reviews").HasColumnType("text[]").HasDefaultValueSql("'{}'");
        builder.Property(member => member.CurrentTicketId).HasColumnName("current_ticket_id");
        builder.HasOne(member => member.User).WithOne(user => user.QueueMember)
            .HasForeignKey<QueueMember>(member => member.UserId)
            .OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName("queue_members_user_id_fkey");
        builder.HasOne(member => member.CurrentTicket).WithMany()
            .HasForeignKey(member => member.CurrentTicketId)
            .OnDelete(DeleteBehavior.SetNull)
            .HasConstraintName("queue_members_current_ticket_id_fkey");
    }
}

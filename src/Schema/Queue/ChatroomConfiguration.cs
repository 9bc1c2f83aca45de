using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Schema;

sealed class ChatroomConfiguration : IEntityTypeConfiguration<Chatroom>
{
    public void Configure(EntityTypeBuilder<Chatroom> builder)
    {
        builder.ToTable("chatrooms");
        builder.HasKey(room => room.Id).HasName("chatrooms_pkey");
        builder.HasIndex(room => room.CreatorId).HasDatabaseName("chatrooms_creator_id_idx");
        builder.HasIndex(room => room.ClaimantId).HasDatabaseName("chatrooms_claimant_id_idx");
        builder.Property(room => room.Id).HasColumnName("id").HasDefaultValueSql("nextval('chatrooms_id_seq'::regclass)");
        builder.Property(room => room.CreatorId).HasColumnName("creator_id");
        builder.Property(room => room.ClaimantId).HasColumnName("claimant_id");
        builder.Property(room => room.Code).HasColumnName("code").HasColumnType("varchar");
        builder.Property(room => room.Active).HasColumnName("active").HasDefaultValue(true);
        builder.Property(room => room.Status).HasColumnName("status").HasColumnType("varchar");
        builder.HasOne(room => room.Creator).WithMany()
            .HasForeignKey(room => room.CreatorId)
            .OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName("chatrooms_creator_id_fkey");
        builder.HasOne(room => room.Claimant).WithMany()
            .HasForeignKey(room => room.ClaimantId)
            .OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName("chatrooms_claimant_id_fkey");
    }
}

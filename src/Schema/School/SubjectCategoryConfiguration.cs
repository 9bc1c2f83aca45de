using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Schema;

sealed class SubjectCategoryConfiguration : IEntityTypeConfiguration<SubjectCategory>
{
    public void Configure(EntityTypeBuilder<SubjectCategory> builder)
    {
        builder.ToTable("subject_categories", table => table.HasCheckConstraint("subject_categories_name_check", "name <> ''"));
        builder.HasKey(category => category.Id).HasName("subject_categories_pkey");
        builder.HasIndex(category => category.Name).IsUnique().HasDatabaseName("subject_categories_name_key");
        Columns(builder);
    }

    static void Columns(EntityTypeBuilder<SubjectCategory> builder)
    {
        builder.Property(category => category.Id).HasColumnName("id").HasDefaultValueSql("gen_random_uuid()");
        builder.Property(category => category.Name).HasColumnName("name").HasColumnType("text");
        builder.Property(category => category.CreatedAt).HasColumnName("created_at").HasColumnType("timestamptz").HasDefaultValueSql("now()");
        builder.Property(category => category.UpdatedAt).HasColumnName("updated_at").HasColumnType("timestamptz").HasDefaultValueSql("now()");
    }
}

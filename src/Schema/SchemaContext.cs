using Microsoft.EntityFrameworkCore;

namespace Schema;

public sealed class SchemaContext(DbContextOptions<SchemaContext> options) : DbContext(options)
{
    public DbSet<User> Users => Set<User>();

    public DbSet<UserExternalId> UserExternalIds => Set<UserExternalId>();

    public DbSet<UserProfile> UserProfiles => Set<UserProfile>();

    public DbSet<UserNotificationChannel> UserNotificationChannels => Set<UserNotificationChannel>();

    public DbSet<Role> Roles => Set<Role>();

    public DbSet<UserRole> UserRoles => Set<UserRole>();

    public DbSet<PermissionModule> PermissionModules => Set<PermissionModule>();

    public DbSet<Permission> Permissions => Set<Permission>();

    public DbSet<RolePermission> RolePermissions => Set<RolePermission>();

    public DbSet<Ticket> Tickets => Set<Ticket>();

    public DbSet<Chatroom> Chatrooms => Set<Chatroom>();

    public DbSet<QueueMember> QueueMembers => Set<QueueMember>();

    public DbSet<Ticker> Tickers => Set<Ticker>();

    public DbSet<UserTickerFollow> UserTickerFollows => Set<UserTickerFollow>();

    public DbSet<Thing> Things => Set<Thing>();

    public DbSet<EventSource> EventSources => Set<EventSource>();

    public DbSet<Event> Events => Set<Event>();

    public DbSet<EventSourceTag> EventSourceTags => Set<EventSourceTag>();

    public DbSet<EventTag> EventTags => Set<EventTag>();

    public DbSet<ThingTag> ThingTags => Set<ThingTag>();

    public DbSet<ThingLock> ThingLocks => Set<ThingLock>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(SchemaContext).Assembly);
}

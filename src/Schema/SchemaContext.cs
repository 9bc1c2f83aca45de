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

    public DbSet<GradeSystem> GradeSystems => Set<GradeSystem>();

    public DbSet<Grade> Grades => Set<Grade>();

    public DbSet<Curriculum> Curriculums => Set<Curriculum>();

    public DbSet<ClassLevel> ClassLevels => Set<ClassLevel>();

    public DbSet<Class> Classes => Set<Class>();

    public DbSet<SubjectCategory> SubjectCategories => Set<SubjectCategory>();

    public DbSet<Subject> Subjects => Set<Subject>();

    public DbSet<School> Schools => Set<School>();

    public DbSet<SchoolAdmin> SchoolAdmins => Set<SchoolAdmin>();

    public DbSet<Teacher> Teachers => Set<Teacher>();

    public DbSet<Parent> Parents => Set<Parent>();

    public DbSet<AcademicYear> AcademicYears => Set<AcademicYear>();

    public DbSet<SchoolClass> SchoolClasses => Set<SchoolClass>();

    public DbSet<Student> Students => Set<Student>();

    public DbSet<StudentParent> StudentParents => Set<StudentParent>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(SchemaContext).Assembly);
}

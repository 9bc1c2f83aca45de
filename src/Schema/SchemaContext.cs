using Microsoft.EntityFrameworkCore;

namespace Schema;

public class SchemaContext(DbContextOptions<SchemaContext> options) : DbContext(options);

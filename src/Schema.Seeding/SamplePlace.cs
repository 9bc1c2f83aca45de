using Npgsql;
using Schema.Import;

namespace Schema.Seeding;

/// <summary>Where samples are made: a server for those that are databases, a folder for those that are files.</summary>
public sealed record SamplePlace(NpgsqlConnection Server, DatabaseAddress Address, string Prefix, string Folder);

namespace Schema.Import;

sealed record DeclaredQuery(string Name, string Sql);

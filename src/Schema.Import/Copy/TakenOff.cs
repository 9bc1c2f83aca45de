namespace Schema.Import;

/// <summary>A key, an index or a foreign key that is off its table during a load: how it goes and how it comes back.</summary>
sealed record TakenOff(string Drop, string Add);

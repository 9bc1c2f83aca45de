using System.Text.Json;

namespace Schema.Import;

/// <summary>A place between two rows of a dump from which it can be read on: the byte, what the reader knew there, and the number of the next row.</summary>
readonly record struct DjangoPlace(long Offset, JsonReaderState State, long Index);

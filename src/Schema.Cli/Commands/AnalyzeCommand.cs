namespace Schema.Cli;

/// <summary>What <c>compare --schema</c> was called before.</summary>
sealed class AnalyzeCommand() : CompareCommand("analyze", "Whether tables, columns and types of two databases fit together", shapesAlone: true);

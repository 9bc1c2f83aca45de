namespace Schema.Cli;

/// <summary>What <c>compare --schema</c> and <c>compare --counts</c> were called before.</summary>
sealed class AnalyzeCommand() : CompareCommand("analyze", "Whether tables, columns and types of two databases fit together", "--compare-counts", shapesAlone: true);

using Schema.Import;

namespace Schema.Cli;

/// <summary>What was taken back, one line for each table.</summary>
static class UndoneLines
{
    public static void Print(Screen screen, IEnumerable<UndoReport> reports)
    {
        foreach (var report in reports)
        {
            foreach (var table in report.Tables)
                screen.Say($"  {report.Import}: {Counted.Of(table.Deleted, "row")} out of {table.Table}{Edited(table)}");
            foreach (var row in report.Lost)
                screen.Say($"    lost: {row}");
        }
    }

    static string Edited(UndoneTable table) => table.Edited == 0 ? "" : $", {Counted.Of(table.Edited, "row")} of them changed or added since";
}

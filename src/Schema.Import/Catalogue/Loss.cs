namespace Schema.Import;

/// <summary>How a number of rows was found: counted, estimated by the server, or counted until that took too long.</summary>
public enum LossCount
{
    Exact,
    About,
    AtLeast,
}

/// <summary>A table or column that going down drops, and how many rows or values go with it.</summary>
public sealed record Loss(string What, long Rows, LossCount Count, bool IsColumn)
{
    public override string ToString()
    {
        var number = Count switch { LossCount.About => $"about {Rows:N0}", LossCount.AtLeast => $"at least {Rows:N0}", _ => $"{Rows:N0}" };
        var noun = (IsColumn, Rows) switch { (true, 1) => "value", (true, _) => "values", (false, 1) => "row", _ => "rows" };

        return $"{(IsColumn ? "column" : "table")} {What}: {number} {noun}";
    }
}

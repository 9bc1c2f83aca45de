namespace Schema;

/// <summary>A mark of a grade system, and the scores that earn it.</summary>
public sealed class Grade
{
    public Guid Id { get; set; }

    public Guid GradeSystemId { get; set; }

    public required string Name { get; set; }

    public decimal MinScore { get; set; }

    public decimal MaxScore { get; set; }

    public string? Remark { get; set; }

    public GradeSystem? GradeSystem { get; set; }
}

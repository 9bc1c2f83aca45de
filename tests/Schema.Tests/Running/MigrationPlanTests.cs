using Schema.Import;

namespace Schema.Tests.Running;

public class MigrationPlanTests
{
    static readonly string[] Known = ["1_A", "2_B", "3_C"];

    [Fact]
    public void Without_a_target_all_pending_migrations_are_applied_in_order() =>
        Assert.Equal(["up 2_B", "up 3_C"], Steps(["1_A"], null));

    [Fact]
    public void A_target_is_the_last_migration_applied() => Assert.Equal(["up 1_A", "up 2_B"], Steps([], "2_B"));

    [Fact]
    public void Later_migrations_than_the_target_are_undone_newest_first() =>
        Assert.Equal(["down 3_C", "down 2_B"], Steps(Known, "1_A"));

    [Fact]
    public void Zero_undoes_everything() => Assert.Equal(["down 3_C", "down 2_B", "down 1_A"], Steps(Known, "0"));

    [Fact]
    public void A_gap_below_an_adopted_migration_is_filled_without_undoing_that_one()
    {
        var plan = MigrationPlan.Make(Known, ["2_B"], null);

        Assert.Equal([new("1_A", true, "2_B"), new("3_C", true, "3_C")], plan.Steps);
    }

    [Fact]
    public void Undoing_across_a_gap_is_refused_because_EF_Core_would_fill_it()
    {
        var error = Assert.Throws<SchemaException>(() => MigrationPlan.Make(Known, ["2_B", "3_C"], "2_B"));

        Assert.Equal("1_A was never applied, though later migrations were.", error.Message);
    }

    [Fact]
    public void A_database_newer_than_the_program_is_refused()
    {
        var error = Assert.Throws<SchemaException>(() => MigrationPlan.Make(Known, ["1_A", "2_B", "3_C", "4_D"], null));

        Assert.Equal(ExitCode.Usage, error.Exit);
        Assert.Equal("The database is newer than this program: it has 4_D, and the newest this program knows is 3_C.", error.Message);
    }

    static string[] Steps(string[] applied, string? target) =>
        [.. MigrationPlan.Make(Known, applied, target).Steps.Select(step => $"{(step.IsUp ? "up" : "down")} {step.Migration}")];
}

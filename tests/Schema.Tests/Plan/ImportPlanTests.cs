using Schema.Import;

namespace Schema.Tests.Plan;

public class ImportPlanTests
{
    [Theory]
    [InlineData("CreatedAt", "created_at")]
    [InlineData("ID", "id")]
    [InlineData("UserID", "user_id")]
    [InlineData("HTMLText", "html_text")]
    [InlineData("Line2", "line2")]
    [InlineData("already_snake", "already_snake")]
    public void A_name_in_the_database_is_written_in_snake_case(string name, string expected) => Assert.Equal(expected, SnakeCase.From(name));

    [Fact]
    public void An_import_is_called_by_its_class_name() => Assert.Equal("old_orchard", new OldOrchardImport().Name);

    [Fact]
    public void The_tables_of_a_plan_are_sorted_and_named_once()
    {
        var plan = ImportPlan.Of(new OldOrchardImport());

        Assert.Equal(["growers", "harvests", "plots"], plan.Tables);
    }

    [Fact]
    public void An_option_has_the_value_given_or_its_default()
    {
        var import = new OldOrchardImport();

        ImportPlan.Of(import);
        Assert.Equal("all", import.Entities);
        ImportPlan.Of(import, new Dictionary<string, string> { ["entities"] = "plots" });
        Assert.Equal("plots", import.Entities);
    }

    [Theory]
    [InlineData("IMPORT_OLD_ORCHARD_ENTITIES", null, "plots")]
    [InlineData("LEGACY_OLD_ORCHARD_ENTITIES", null, "plots")]
    [InlineData("IMPORT_OLD_ORCHARD_ENTITIES", "growers", "growers")]
    public void An_option_is_a_setting_too_and_the_command_line_comes_first(string setting, string? said, string expected)
    {
        var import = new OldOrchardImport();
        var choices = new ImportChoices { Options = said is null ? [] : [("old_orchard", "entities", said), ("plume", "entities", "none")] };

        ImportPlan.Of(import, choices.OptionsFor(import, Settings.Only("/", new Dictionary<string, string> { [setting] = "plots" })));

        Assert.Equal(expected, import.Entities);
    }

    [Fact]
    public void An_option_that_is_not_declared_is_refused()
    {
        var refused = Assert.Throws<SchemaException>(
            () => ImportPlan.Of(new OldOrchardImport(), new Dictionary<string, string> { ["entites"] = "plots" }));

        Assert.Equal(ExitCode.Usage, refused.Exit);
        Assert.Equal("OldOrchardImport has no option 'entites'.", refused.Message);
        Assert.Equal("It declares: entities.", refused.Advice);
    }

    [Fact]
    public void Staged_rows_whose_fate_no_step_tells_are_refused()
    {
        var refused = Assert.Throws<InvalidOperationException>(() => ImportPlan.Of(new ForgetfulImport()));

        Assert.Equal(
            "ForgetfulImport stages rows, and no step says that they meet their fate in it; call Concludes() on the step that does.", refused.Message);
    }

    [Fact]
    public void Two_steps_of_one_name_are_refused()
    {
        var refused = Assert.Throws<InvalidOperationException>(() => ImportPlan.Of(new TwiceImport()));

        Assert.Equal("TwiceImport has two steps named 'plots'; give one another name with Named(…).", refused.Message);
    }

    sealed class OldOrchardImport : DataImport
    {
        public string? Entities { get; private set; }

        public override void Define(ImportPlan plan)
        {
            Entities = plan.Option("entities", "what to bring", "all");
            plan.Insert("plots", "plots", "insert into plots select 1");
            plan.Insert("growers", "growers", "insert into growers select 1");
            plan.Insert("plots", "more plots", "insert into plots select 2");
            plan.Touches("harvests", "plots");
        }
    }

    sealed class ForgetfulImport : DataImport
    {
        public override void Define(ImportPlan plan)
        {
            plan.Read(Source.Rows([new Plot(1)])).Map(Mapped<Plot> (plot) => plot).Stage("staged");
            plan.Insert("plots", "plots", "insert into plots select id from staged");
        }
    }

    sealed record Plot(int Id);

    sealed class TwiceImport : DataImport
    {
        public override void Define(ImportPlan plan)
        {
            plan.Insert("plots", "plots", "insert into plots select 1");
            plan.Insert("plots", "plots", "insert into plots select 1");
        }
    }
}

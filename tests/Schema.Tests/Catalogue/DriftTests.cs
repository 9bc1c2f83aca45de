using Schema.Import;

namespace Schema.Tests.Catalogues;

public class DriftTests
{
    [Theory]
    [InlineData("drop table scratch", "table public.scratch is missing")]
    [InlineData("drop type ripeness cascade; alter table archive.\"Old: trees\" drop contact",
        "enum public.ripeness is missing (expected 'green', 'it''s ripe')",
        "column archive.\"Old: trees\".state is missing (expected public.ripeness not null default 'green'::public.ripeness)",
        "column archive.\"Old: trees\".contact is missing (expected public.email null)",
        "view public.ripe is missing")]
    [InlineData("alter type ripeness add value 'rotten'", "enum public.ripeness is different: expected 'green', 'it''s ripe', found 'green', 'it''s ripe', 'rotten'")]
    [InlineData("alter domain email set not null",
        "domain public.email is different: expected text collate \"C\" null default 'nobody'::text constraint has_at CHECK ((VALUE ~~ '%@%'::text)), found text collate \"C\" not null default 'nobody'::text constraint has_at CHECK ((VALUE ~~ '%@%'::text))")]
    [InlineData("alter table growers drop initial", "column public.growers.initial is missing (expected \"char\" null)")]
    [InlineData("alter table growers add nickname text", "column public.growers.nickname is extra (found text null)")]
    [InlineData("alter table scratch alter note type varchar(9)", "column public.scratch.note is different: expected text null, found character varying(9) null")]
    [InlineData("alter table scratch alter note set not null", "column public.scratch.note is different: expected text null, found text not null")]
    [InlineData("alter table scratch alter note set default 'x'", "column public.scratch.note is different: expected text null, found text null default 'x'::text")]
    [InlineData("alter table scratch disable row level security", "table public.scratch is different: expected unlogged, row security, found unlogged")]
    [InlineData("alter table scratch set logged; alter table scratch disable row level security", "table public.scratch is different: expected unlogged, row security, found nothing more")]
    [InlineData("alter table growers drop constraint rows_are_not_negative", "constraint rows_are_not_negative on public.growers is missing (expected CHECK ((rows >= (0)::numeric)))")]
    [InlineData("alter table scratch add constraint note_key unique (note)", "constraint note_key on public.scratch is extra (found UNIQUE (note))")]
    [InlineData("alter table archive.\"Old: trees\" validate constraint tags_are_few",
        "constraint tags_are_few on archive.\"Old: trees\" is different: expected CHECK ((cardinality(tags) < 9)) NOT VALID, found CHECK ((cardinality(tags) < 9))")]
    [InlineData("drop index growers_email_key", "index public.growers_email_key on public.growers is missing (expected unique btree (lower((email)::text)) WHERE (email IS NOT NULL))")]
    [InlineData("create index slow on growers (joined)", "index public.slow on public.growers is extra (found btree (joined))")]
    [InlineData("create index slow on grower_count (n)", "index public.slow on public.grower_count is extra (found btree (n))")]
    [InlineData("drop index grower_count_n; create unique index grower_count_n on growers (rows)",
        "index public.grower_count_n on public.grower_count is different: expected on public.grower_count: unique btree (n), found on public.growers: unique btree (rows)")]
    [InlineData("alter table growers disable trigger growers_touch",
        "trigger growers_touch on public.growers is different: expected BEFORE UPDATE ON public.growers FOR EACH ROW EXECUTE FUNCTION public.touch(), found BEFORE UPDATE ON public.growers FOR EACH ROW EXECUTE FUNCTION public.touch() disabled")]
    [InlineData("alter sequence tickets no cycle",
        "sequence public.tickets is different: expected smallint start -1 increment -1 minimum -32768 maximum -1 cache 1 cycle, found smallint start -1 increment -1 minimum -32768 maximum -1 cache 1")]
    [InlineData("alter sequence growers_id_seq owned by none",
        "sequence public.growers_id_seq on public.growers is different: expected on public.growers: integer start 1 increment 1 minimum 1 maximum 2147483647 cache 1 owned by id, found integer start 1 increment 1 minimum 1 maximum 2147483647 cache 1")]
    [InlineData("create or replace function twice(x int default 2) returns int language sql immutable strict as 'select x + x'",
        "function public.twice(integer) is different: expected (x integer DEFAULT 2) returns integer language sql immutable strict body 53c11164a98bb8d5, found (x integer DEFAULT 2) returns integer language sql immutable strict body 3ad27bf7730ef63f")]
    [InlineData("create or replace view ripe as select t.\"the id\", t.state from archive.\"Old: trees\" as t",
        "view public.ripe is different: expected SELECT \"the id\", state FROM archive.\"Old: trees\" t WHERE (state <> 'green'::public.ripeness), found SELECT \"the id\", state FROM archive.\"Old: trees\" t")]
    [InlineData("alter table growers drop joined; alter table growers add joined timestamp(3) with time zone not null default '2024-01-02 03:04:05+00'",
        "order of columns in public.growers is different: expected id, email, joined, rows, initial, doubled, found id, email, rows, initial, doubled, joined")]
    public async Task Each_difference_is_one_sentence(string change, params string[] sentences)
    {
        await using var database = await Orchard.Planted();
        var expected = await database.Shape();
        await database.Execute(change);

        var drift = Drift.Between(expected, await database.Shape());

        Assert.Equal(sentences.Order(), drift.Differences.Select(difference => difference.ToString()).Order());
        Assert.Equal(0, drift.Foreign);
    }

    [Fact]
    public async Task An_untouched_database_has_no_drift()
    {
        await using var database = await Orchard.Planted();

        var drift = Drift.Between(await database.Shape(), await database.Shape());

        Assert.Empty(drift.Differences);
        Assert.Equal("none", drift.Summary);
    }

    [Fact]
    public async Task What_others_made_is_counted_and_not_called_drift()
    {
        await using var database = await Orchard.Planted();
        var expected = await database.Shape();
        await database.Execute(
            """
            create schema theirs;
            create table theirs.orders (id serial primary key, grower int references growers, note text);
            create index orders_note on theirs.orders (note);
            create view theirs.notes as select note from theirs.orders;
            create function theirs.one() returns int language sql as 'select 1';
            """);

        var drift = Drift.Between(expected, await database.Shape());

        Assert.Empty(drift.Differences);
        Assert.Equal(3, drift.Foreign);
        Assert.Equal("none (3 objects not made by migrations)", drift.Summary);
    }

    [Fact]
    public void A_missing_table_is_told_once_and_the_summary_counts()
    {
        var expected = Import.Catalogue.Parse("table public.a\ncolumn public.a.x: text null\nindex public.a_x on public.a: btree (x)\n");
        var live = Import.Catalogue.Parse("table public.b\n");

        var drift = Drift.Between(expected, live);

        Assert.Equal("table public.a is missing", Assert.Single(drift.Differences).ToString());
        Assert.Equal("1 difference (1 object not made by migrations)", drift.Summary);
    }
}

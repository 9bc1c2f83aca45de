namespace Schema.Tests.Legacy.School;

public class RowFilterTests
{
    [Theory]
    [InlineData("teachers: id in ('a', 'o''brien')", "\"id\" collate \"C\" = any($1)")]
    [InlineData("teachers: created > '2024-01-01'", "\"CreatedAt\" > $1")]
    [InlineData("TEACHERS: first_name = 'Ann' AND experience_years >= 3", "\"firstName\" collate \"C\" = $1 and \"experienceYears\" >= $2")]
    [InlineData("teachers: firstName != 'x'; teachers: isDeleted = false", "\"firstName\" collate \"C\" <> $1 and \"isDeleted\" = $2")]
    [InlineData("teachers: \"createdat\"<='2024-01-01'and id<'b'", "\"CreatedAt\" <= $1 and \"id\" collate \"C\" < $2")]
    [InlineData("schools: id = 'a'", "true")]
    [InlineData("  ", "true")]
    public void A_filter_becomes_a_condition_with_quoted_columns_and_parameters(string text, string condition) =>
        Assert.Equal(condition, FilteredRecords.Parse(text).For("teachers").Sql().Condition);

    [Fact]
    public void Values_have_the_columns_types_and_never_stand_in_the_text()
    {
        var filter = FilteredRecords.Parse("teachers: id in ('a', 'o''brien; drop') and experience_years = -3 and deleted_at < '2024-01-01T03:00+03' and is_deleted != true");

        var (condition, values) = filter.For("teachers").Sql("t", first: 4);

        Assert.Equal("\"t\".\"id\" collate \"C\" = any($4) and \"t\".\"experienceYears\" = $5 and \"t\".\"deletedAt\" < $6 and \"t\".\"isDeleted\" <> $7", condition);
        Assert.Equal([new[] { "a", "o'brien; drop" }, -3L, new DateTime(2024, 1, 1), true], values);
        Assert.Equal(DateTimeKind.Unspecified, ((DateTime)values[2]).Kind);
    }

    [Theory]
    [InlineData("created > '2024-01-01'", "teachers")]
    [InlineData("id = 'a'", "schools teachers")]
    [InlineData("id = 'a' and country = 'Kenya'", "schools")]
    [InlineData("school_id in ('a')", "schools")]
    [InlineData("teachers: id = 'a'; country = 'Kenya'", "teachers schools")]
    public void Without_an_entity_it_holds_for_all_that_have_its_columns(string text, string entities) =>
        Assert.Equal(entities, string.Join(' ', FilteredRecords.Parse(text).Filtered));

    [Theory]
    [InlineData("teachers: nme = 'x'", "--filter, position 11: teachers has no column \"nme\" to compare; it has id, first_name, email, experience_years, is_deleted, deleted_at, created_at.")]
    [InlineData("teachers: password = 'x'", "--filter, position 11: teachers has no column \"password\" to compare; it has id, first_name, email, experience_years, is_deleted, deleted_at, created_at.")]
    [InlineData("teachers: subjects = 'x'", "--filter, position 11: teachers has no column \"subjects\" to compare; it has id, first_name, email, experience_years, is_deleted, deleted_at, created_at.")]
    [InlineData("pupils: id = 'x'", "--filter, position 1: there is no entity \"pupils\"; known are schools, teachers.")]
    [InlineData("nme = 'x'", "--filter, position 1: no entity has a column \"nme\" to compare.")]
    [InlineData("country = 'x' and created > '2024-01-01'", "--filter, position 19: no entity has all of country, created.")]
    [InlineData("id like 'x%'", "--filter, position 4: \"like\" is no operator; known are = != < <= > >= in.")]
    [InlineData("id <> 'x'", "--filter, position 4: \"<>\" is no operator; known are = != < <= > >= in.")]
    [InlineData("id == 'x'", "--filter, position 4: \"==\" is no operator; known are = != < <= > >= in.")]
    [InlineData("id 'in' ('x')", "--filter, position 4: 'in' is no operator; known are = != < <= > >= in.")]
    [InlineData("id", "--filter, position 3: the end is no operator; known are = != < <= > >= in.")]
    [InlineData("id = ", "--filter, position 6: the end stands where a value is expected.")]
    [InlineData("id = 'a' or id = 'b'", "--filter, position 10: \"or\" stands where and, ; or the end is expected.")]
    [InlineData("id in 'a'", "--filter, position 7: 'a' stands where ( is expected.")]
    [InlineData("id in ()", "--filter, position 8: \")\" stands where a value is expected.")]
    [InlineData("id in ('a' 'b')", "--filter, position 12: 'b' stands where ) is expected.")]
    [InlineData("id = 'a", "--filter, position 6: the ' that opens here is never closed.")]
    [InlineData("id = $1", "--filter, position 6: \"$\" has no meaning in a filter.")]
    [InlineData("id = 'a'; ", "--filter, position 11: the end stands where the name of a column is expected.")]
    [InlineData("id = 'a' -- comment", "--filter, position 10: \"-\" stands where and, ; or the end is expected.")]
    [InlineData("schools: id in (1,2,3)", "--filter, position 17: id is text and is compared with text in single quotes, not \"1\".")]
    [InlineData("experience_years = '3'", "--filter, position 20: experience_years is a whole number, not '3'.")]
    [InlineData("experience_years = 3.5", "--filter, position 20: experience_years is a whole number, not \"3.5\".")]
    [InlineData("experience_years = 99999999999999999999", "--filter, position 20: experience_years is a whole number, not \"99999999999999999999\".")]
    [InlineData("created > '2024-02-30'", "--filter, position 11: created_at is a time and is compared with one such as '2024-01-31' or '2024-01-31 18:00' in UTC, not '2024-02-30'.")]
    [InlineData("created > '01/02/2024'", "--filter, position 11: created_at is a time and is compared with one such as '2024-01-31' or '2024-01-31 18:00' in UTC, not '01/02/2024'.")]
    [InlineData("created > '٢٠٢٤-01-01'", "--filter, position 11: created_at is a time and is compared with one such as '2024-01-31' or '2024-01-31 18:00' in UTC, not '٢٠٢٤-01-01'.")]
    [InlineData("is_deleted = 'yes'", "--filter, position 14: is_deleted is true or false, not 'yes'.")]
    [InlineData("is_deleted > false", "--filter, position 12: is_deleted is true or false; > does not compare it, = and != do.")]
    [InlineData("email = null", "--filter, position 9: email is text and is compared with text in single quotes, not \"null\".")]
    public void What_cannot_be_understood_is_refused_at_its_position(string text, string message) =>
        Assert.Equal(message, FilteredRecords.Refusal(text));
}

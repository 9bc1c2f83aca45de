using System.Reflection;
using System.Text;
using Schema.Import.Transfer;

namespace Schema.Tests.Transfer;

/// <summary>One pair of databases for all lines of the tests' data, a table for each; those whose values arrive are copied together.</summary>
public sealed class ConversionDatabases : IAsyncLifetime
{
    readonly Dictionary<(string Source, string Target, string Literal), string> tables = [];
    Lazy<Task<TransferReport>> copied = null!;

    internal Copying Copying { get; private set; } = null!;

    internal Task<TransferReport> Copied => copied.Value;

    public async Task InitializeAsync()
    {
        var source = new StringBuilder("select 1");
        var target = new StringBuilder("create type colour as enum ('red', 'it''s', '')");
        var arriving = Lay(nameof(ConversionTests.A_value_arrives_exactly), literal => $"(1, {literal}), (2, null)", source, target);
        Lay(nameof(ConversionTests.A_value_that_would_not_arrive_exactly_is_named), literal => $"(1, null), (17, {literal})", source, target);
        Copying = await Copying.Between($"{source}", $"{target}");
        copied = new(() => Copying.Run(new() { Tables = arriving }));
    }

    public async Task DisposeAsync() => await Copying.DisposeAsync();

    internal string Table(string source, string target, string literal) => tables[(source, target, literal)];

    /// <summary>Writes a table on both sides for each line of the test's data; returns their names.</summary>
    List<string> Lay(string test, Func<string, string> rows, StringBuilder source, StringBuilder target)
    {
        var method = typeof(ConversionTests).GetMethod(test)!;
        var laid = new List<string>();
        foreach (var words in method.GetCustomAttributes<InlineDataAttribute>().Select(data => data.GetData(method).Single()))
        {
            var (from, to, literal) = ((string)words[0], (string)words[1], (string)words[2]);
            var table = $"pair_{tables.Count}";
            source.Append($"; create table {table} (id int primary key, value {from}); insert into {table} values {rows(literal)}");
            target.Append($"; create table {table} (id int primary key, value {to})");
            tables.Add((from, to, literal), table);
            laid.Add(table);
        }

        return laid;
    }
}

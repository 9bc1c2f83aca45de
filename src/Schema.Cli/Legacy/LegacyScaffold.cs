using System.Text.RegularExpressions;
using Schema.Import;

namespace Schema.Cli;

/// <summary>The files that a new legacy system begins with: they compile, and their tests pass.</summary>
sealed partial class LegacyScaffold(string name)
{
    public string Name => name;

    /// <summary>As the engine names the import, and as its table is called.</summary>
    public string ImportName { get; } = WordStart.Replace(name, "_").ToLowerInvariant();

    public string[] Folders => [Source, Tests];

    string Source => $"src/Schema.Migrations/Legacy/{name}";

    string Tests => $"tests/Schema.Tests/Legacy/{name}";

    public IEnumerable<(string Path, string Text)> Files =>
    [
        ($"{Source}/{name}Import.cs", ImportClass),
        ($"{Source}/Legacy{name}Person.cs", LegacyRecord),
        ($"{Source}/{name}PersonRow.cs", RowRecord),
        ($"{Source}/{name}People.cs", Map),
        ($"{Tests}/{name}PeopleTests.cs", MapTests),
        ($"{Tests}/{name}ImportTests.cs", ImportTests),
        ($"{Tests}/people.csv", Fixture),
    ];

    public IEnumerable<string> Next =>
    [
        "Next:",
        $"  1. Write the old system's columns into Legacy{name}Person, the table's into {name}PersonRow, the rules between them into {name}People.",
        $"  2. dotnet test --filter {name}",
        $"  3. {LegacySystem.SettingOf(ImportName)}=URL scripts/schema import check {ImportName}",
        $"  4. make migrate-create NAME=Import{name}, with migrationBuilder.Import<{name}Import>() in Up and .UndoImport<{name}Import>() in Down",
    ];

    string ImportClass => $$"""
        using Schema.Import;

        namespace Schema.Migrations;

        /// <summary>The people of {{name}}.</summary>
        public sealed class {{name}}Import : DataImport
        {
            public override void Define(ImportPlan plan)
            {
                plan.Read(Source.Csv<Legacy{{name}}Person>("people.csv"))
                    .Map({{name}}People.From)
                    .CopyTo("{{ImportName}}_people");

                plan.Check("every person has a name", "select id from {{ImportName}}_people where name = ''");
            }
        }

        """;

    string LegacyRecord => $$"""
        using Schema.Import;

        namespace Schema.Migrations;

        /// <summary>A person as {{name}} keeps them.</summary>
        public sealed record Legacy{{name}}Person([property: Key] int Id, string Name, string? Email);

        """;

    string RowRecord => $$"""
        namespace Schema.Migrations;

        /// <summary>A person as the table had them when this import was written.</summary>
        public sealed record {{name}}PersonRow(Guid Id, string Name, string Email);

        """;

    string Map => $$"""
        using Schema.Import;

        namespace Schema.Migrations;

        public static class {{name}}People
        {
            static readonly LegacyKey Key = new("{{ImportName}}", "person");

            public static Mapped<{{name}}PersonRow> From(Legacy{{name}}Person old) =>
                old.Email is not { Length: > 0 } email
                    ? Key.Reject(old.Id, "has no e-mail address")
                    : new {{name}}PersonRow(Key.For(old.Id), old.Name, Folding.Email(email));
        }

        """;

    string MapTests => $$"""
        using Schema.Migrations;

        namespace Schema.Tests.Legacy.{{name}};

        public class {{name}}PeopleTests
        {
            [Fact]
            public void A_person_keeps_their_name_and_gets_a_folded_address()
            {
                var row = {{name}}People.From(new(17, "Ann", " Ann@Example.org ")).Row!;

                Assert.Equal(("Ann", "ann@example.org"), (row.Name, row.Email));
            }

            [Fact]
            public void A_person_without_email_is_rejected_by_key() =>
                Assert.Equal("person 17 has no e-mail address", {{name}}People.From(new(17, "Ann", null)).Reject!.ToString());
        }

        """;

    string ImportTests => $$"""
        using System.Runtime.CompilerServices;
        using Schema.Import;
        using Schema.Migrations;
        using Schema.Tests.Imports;

        namespace Schema.Tests.Legacy.{{name}};

        public class {{name}}ImportTests
        {
            const string Table = "create table {{ImportName}}_people (id uuid primary key, name text not null, email text not null)";

            [Fact]
            public async Task Everybody_with_an_address_comes_and_goes_again()
            {
                await using var database = await Importing.Database();
                await database.Execute(Table);

                var report = await database.Run(new {{name}}Import(), context => context with
                {
                    SourceLocation = Here(),
                    MaxRejects = RejectBudget.Rows(1),
                });

                Assert.Equal((3, 2, 1), (report.Read, report.Written, report.Rejected));
                Assert.Equal(["Ann|ann@example.org", "Bob, jr.|bob@example.org"], await database.Rows("select name, email from {{ImportName}}_people order by name"));

                await database.Undo(new {{name}}Import());
                Assert.Empty(await database.Rows("select * from {{ImportName}}_people"));
            }

            /// <summary>The folder of people.csv.</summary>
            static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
        }

        """;

    static string Fixture => """
        id,name,email
        1,Ann,Ann@example.org
        2,"Bob, jr.",bob@example.org
        3,Cy,

        """;

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")]
    static partial Regex WordStart { get; }
}

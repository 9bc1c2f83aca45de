using Npgsql;
using Schema.Import;

namespace Schema.Tests.Keys;

public class FoldingTests
{
    static readonly string[] Nasty =
    [
        "Ada@Example.ORG", "  ada@example.org ", "", " ", "   ", "ADA", "\tada@example.org\t", "\u00a0ada@x\u00a0", "ÀÉ@x", "ada@x\n",
        "İSTANBUL@x", "ISTANBUL@x", "STRASSE@x", "STRAẞE@x", "ΑΣ@x", "K@x", "ſ@x", "ＡＢＣ@x", "[\\]^_`@{|}~@x", "Z@A", "😀 A ", " \u3000A\u3000 ",
    ];

    [Fact]
    public async Task An_address_is_folded_as_the_server_folds_it()
    {
        await using var connection = new NpgsqlConnection((await TestServer.Address).ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            """select array_agg(lower(btrim(email) collate "C") order by at) from unnest($1::text[]) with ordinality as given (email, at)""",
            connection);
        command.Parameters.Add(new NpgsqlParameter { Value = Nasty });

        Assert.Equal((string[])(await command.ExecuteScalarAsync())!, Nasty.Select(Folding.Email));
    }

    [Fact]
    public void An_address_that_is_folded_already_is_the_same_text()
    {
        var email = new string("ada@example.org");

        Assert.Same(email, Folding.Email(email));
    }
}

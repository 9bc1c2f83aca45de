using System.Security.Cryptography;
using System.Text;
using Schema.Import;
using Schema.Seeding;

namespace Schema.Tests.Seeding;

public class PlumeSampleTests
{
    static readonly List<PlumeRegistration> Rows = [.. new PlumeSample().Registrations(3000)];

    [Fact]
    public void The_rows_are_the_same_on_every_machine()
    {
        var text = string.Join('\n', Rows.Select(row => $"{row.Id}|{row.FirstName ?? "∅"}|{row.LastName ?? "∅"}|{row.Email ?? "∅"}|{row.ApplicationComplete}"));

        Assert.Equal("df0b5a529025396c6cc85fa83d093694ce249ca13b838ec91a285f1549e3763d", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
        Assert.Equal("PlumeRegistration { Id = pr-83870e56df080433, FirstName = فاطمة, LastName = Öztürk, Email = person.1150@uni.example.edu, ApplicationComplete = False }", Rows[1000].ToString());
    }

    [Fact]
    public void Another_seed_makes_other_rows() =>
        Assert.NotEqual(Rows[1000], new PlumeSample(7).Registrations(3000).ElementAt(1000));

    [Fact]
    public void The_rows_are_awkward_in_every_way_that_the_import_knows()
    {
        var addresses = Rows.Where(row => row.Email?.Trim().IndexOf('@') > 0).GroupBy(row => Folding.Email(row.Email!)).ToList();

        Assert.Equal(Rows.Count, Rows.Select(row => row.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal((3000, 2515, 160, 155), (
            Rows.Count,
            addresses.Count,
            addresses.Count(group => group.Count() > 1),
            addresses.Count(group => group.Select(row => row.Email).Distinct().Count() > 1)));
        Assert.Equal((102, 108, 111), (
            Rows.Count(row => row.Email is null),
            Rows.Count(row => row.Email?.Trim() == ""),
            Rows.Count(row => row.Email?.Trim().Length > 0 && row.Email.Trim().IndexOf('@') < 1)));
        Assert.Equal((151, 145, 12), (
            Rows.Count(row => row.FirstName is null),
            Rows.Count(row => row.LastName is null),
            Rows.Count(row => row.FirstName is null && row.LastName is null)));
    }

    [Fact]
    public async Task The_database_holds_what_was_made()
    {
        await using var database = await TestDatabase.Empty();
        await using (var connection = await database.Open())
            await new PlumeSample().Fill(connection, 3000, CancellationToken.None);

        Assert.Equal(["3000|8106a38adc38e1c3c7b9ee2c0af501c5"], await database.Rows("""
            select count(*), md5(string_agg(concat_ws('|', id, coalesce(first_name, '∅'), coalesce(last_name, '∅'), coalesce(email, '∅'), application_complete),
                E'\n' order by id collate "C"))
            from "user"
            """));
    }
}

using System.Text.Json.Nodes;
using Schema.Import;

namespace Schema.Tests.Timetable;

public sealed class PythonLayoutTests
{
    /// <summary>What Python 3.11 answers to json.dump(json.load(…), sort_keys=True, indent=4) for the same text.</summary>
    [Fact]
    public async Task A_row_comes_out_as_python_lays_it_out()
    {
        var (output, _) = await Dumps.Events(
            """[{"pk":1,"model":"timetables.event","fields":{"title":"Caf\u00E9 é 😀 \/ \u0041\u0022\u007f","b":[1,{"y":[],"x":{}}],"a":null,"Z":true,"é":-0,"data":"{\"k\": \"v\\n\"}\t"}}]""");

        Assert.Equal(
            """
            [
                {
                    "fields": {
                        "Z": true,
                        "a": null,
                        "b": [
                            1,
                            {
                                "x": {},
                                "y": []
                            }
                        ],
                        "data": "{\"k\": \"v\\n\"}\t",
                        "title": "Caf\u00e9 \u00e9 \ud83d\ude00 / A\"\u007f",
                        "\u00e9": 0
                    },
                    "model": "timetables.event",
                    "pk": 1
                }
            ]

            """,
            output);
    }

    [Theory]
    [InlineData("1.0", "1.0")]
    [InlineData("1e5", "100000.0")]
    [InlineData("1E16", "1e+16")]
    [InlineData("1e23", "1e+23")]
    [InlineData("123456789012345678", "123456789012345678")]
    [InlineData("1234567890123456.5", "1234567890123456.5")]
    [InlineData("0.0001", "0.0001")]
    [InlineData("0.00001", "1e-05")]
    [InlineData("-1.25e-7", "-1.25e-07")]
    [InlineData("-0.0", "-0.0")]
    [InlineData("120.50", "120.5")]
    [InlineData("5e-324", "5e-324")]
    public async Task A_number_is_written_as_python_writes_it_back(string number, string expected)
    {
        var (output, _) = await Dumps.Events($$$"""[{"pk":1,"model":"x.y","fields":{"n":{{{number}}}}}]""");

        Assert.Contains($"\"n\": {expected}\n", output);
    }

    [Fact]
    public async Task Of_a_key_given_twice_the_last_one_counts()
    {
        var (output, _) = await Dumps.Events("""[{"pk":1,"model":"x.y","fields":{"a":1,"b":2,"\u0061":3}}]""");

        Assert.Contains("\"a\": 3,\n            \"b\": 2\n", output);
        Assert.DoesNotContain("\"a\": 1", output);
    }

    [Fact]
    public async Task An_empty_dump_stays_one() => Assert.Equal("[]\n", (await Dumps.Events(" [ ] ")).Output);

    [Fact]
    public void An_object_for_a_report_is_sorted_and_indented() => Assert.Equal(
        "{\n    \"a<\\u00e9\": 2,\n    \"b\": 1\n}",
        DjangoWriter.Layout(new JsonObject { ["b"] = 1, ["a<é"] = 2 }));
}

using System.Text.Encodings.Web;
using System.Text.Json;

namespace Schema.Cli;

static class Json
{
    public static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static readonly JsonSerializerOptions Line = new(Readable) { WriteIndented = false };
}

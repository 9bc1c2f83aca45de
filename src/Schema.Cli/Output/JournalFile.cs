using System.Text.Json;
using System.Text.Json.Nodes;
using Schema.Import;

namespace Schema.Cli;

/// <summary>The JSON log that the old scripts kept beside a database's journal: <c>migration_runs</c>, one entry for each event.</summary>
sealed class JournalFile(FileInfo? file, RunIdentity identity)
{
    const string Runs = "migration_runs";

    /// <summary>Writes how the work began and how it ended; without a file the work alone is done.</summary>
    public async Task<T> Keep<T>(string what, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        await Add("started", what);
        try
        {
            var result = await work();
            await Add("completed", what);
            return result;
        }
        catch (Exception error)
        {
            var interrupted = cancellationToken.IsCancellationRequested;
            await Add(interrupted ? "rolled_back" : "failed", interrupted ? what : error.Message.Split('\n')[0]);
            throw;
        }
    }

    async Task Add(string status, string message)
    {
        if (file is null)
            return;

        var journal = await Read(file);
        journal[Runs]!.AsArray().Add(new JsonObject
        {
            ["timestamp"] = $"{DateTimeOffset.UtcNow:yyyy-MM-dd'T'HH:mm:ss'Z'}",
            ["status"] = status,
            ["message"] = message,
            ["host"] = identity.Host,
            ["user"] = identity.Person,
        });
        // Written beside it and moved, so that the journal is whole whenever it is looked at.
        var whole = $"{file.FullName}.new";
        await File.WriteAllTextAsync(whole, journal.ToJsonString(Json.Readable) + "\n");
        File.Move(whole, file.FullName, overwrite: true);
    }

    static async Task<JsonObject> Read(FileInfo file)
    {
        if (!File.Exists(file.FullName))
            return new JsonObject { [Runs] = new JsonArray() };

        try
        {
            if (JsonNode.Parse(await File.ReadAllTextAsync(file.FullName)) is JsonObject journal && journal[Runs] is JsonArray)
                return journal;
        }
        catch (JsonException)
        {
            // Said below, as for JSON of another form.
        }

        throw new SchemaException(
            ExitCode.Usage, $"{file} is no journal: an object with the list {Runs} was expected.", "Name another file; it is made when it is missing.");
    }
}

using System.Net.Sockets;
using Npgsql;

namespace Schema.Import;

/// <summary>Turns what the driver throws into something a person can act on.</summary>
public static class DatabaseFailure
{
    public static SchemaException Explain(Exception error, string during) => error switch
    {
        SchemaException known => known,
        PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable } locked => new(
            ExitCode.Unreachable, $"{during}: a lock could not be had within the time limit ({locked.MessageText}).", cause: locked),
        PostgresException { SqlState: "SG005" } guarded => new(ExitCode.Guarded, $"{during}: {guarded.MessageText}", guarded.Hint, guarded),
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } denied => new(
            ExitCode.DataRefused, $"{during}: {denied.MessageText}.", "schema doctor names the missing grants.", denied),
        PostgresException server when IsConnectionState(server.SqlState) => Unreachable(during, server.MessageText, server),
        PostgresException server => new(ExitCode.DataRefused, $"{during}: {Sentence(server)}", server.Hint, server),
        NpgsqlException { InnerException: SocketException socket } broken => Unreachable(during, socket.Message, broken),
        NpgsqlException broken => Unreachable(during, broken.InnerException?.Message ?? broken.Message, broken),
        SocketException socket => Unreachable(during, socket.Message, socket),
        // EF Core's execution strategy wraps what it thinks could be tried again.
        InvalidOperationException { InnerException: NpgsqlException inner } => Explain(inner, during),
        UnauthorizedAccessException or (IOException and not EndOfStreamException) => new(
            ExitCode.Usage, $"{during}: {error.Message}", "Name a file that can be read or written.", error),
        _ => new(ExitCode.Bug, $"{during}: {error.Message}", cause: error),
    };

    public static bool IsKnown(Exception error) => error is SchemaException or NpgsqlException or SocketException;

    public static bool IsLockTimeout(Exception error) =>
        error is TablesLockedException || (error as PostgresException ?? error.InnerException as PostgresException)?.SqlState == PostgresErrorCodes.LockNotAvailable;

    static SchemaException Unreachable(string during, string reason, Exception error) => new(
        ExitCode.Unreachable,
        $"{during}: {reason.TrimEnd('.')}.",
        "Check the address, the password and that the server runs: schema doctor",
        error);

    static bool IsConnectionState(string state) =>
        state.StartsWith("08", StringComparison.Ordinal) || state.StartsWith("28", StringComparison.Ordinal)
        || state.StartsWith("57P", StringComparison.Ordinal) || state is "3D000" or "53300";

    static string Sentence(PostgresException error)
    {
        var where = error.ConstraintName is { Length: > 0 } constraint ? $" (constraint {constraint})" : "";
        return $"{error.MessageText.TrimEnd('.')}{where}. [{error.SqlState}]";
    }
}

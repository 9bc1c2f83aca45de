namespace Schema.Import;

/// <summary>A file that Django's <c>dumpdata</c> wrote; each step reads it from the start.</summary>
sealed class DjangoSession(string file) : SourceSession
{
    public const string Place = "a Django dump";

    public override string Description => $"dump {file}";

    public static Task<SourceSession> Open(string file) => File.Exists(file)
        ? Task.FromResult<SourceSession>(new DjangoSession(file))
        : throw new SchemaException(ExitCode.Unreachable, $"There is no file {file}; a dump of manage.py dumpdata is expected there.");

    public DjangoRows Rows() => new(
        new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, useAsync: true),
        Path.GetFileName(file));

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

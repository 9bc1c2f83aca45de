using System.Runtime.InteropServices;

namespace Schema.Cli;

/// <summary>Ctrl-C, and what a supervisor sends: the first one rolls back and says so, a second one ends the process as usual.</summary>
sealed class Interruption : IDisposable
{
    readonly CancellationTokenSource cancel = new();
    readonly PosixSignalRegistration[] signals;

    public Interruption() => signals = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Take), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Take)];

    public CancellationToken Token => cancel.Token;

    public void Dispose()
    {
        foreach (var signal in signals)
            signal.Dispose();
        cancel.Dispose();
    }

    void Take(PosixSignalContext context)
    {
        context.Cancel = !cancel.IsCancellationRequested;
        cancel.Cancel();
    }
}

using System.Text;
using Schema.Import;

namespace Schema.Cli;

/// <summary>A line that nobody looking on can read: typed without echo, or piped in.</summary>
static class HiddenLine
{
    public static string Read(string question, Surroundings around)
    {
        if (around.IsInputRedirected)
            return around.Input.ReadLine() ?? throw new SchemaException(ExitCode.Usage, "A line is expected on standard input; there is none.");

        // Otherwise Ctrl-C would only be noticed after the next key. It also turns the echo off, which must be before anybody is asked to type.
        Console.TreatControlCAsInput = true;
        try
        {
            Console.Error.Write(question);
            return Typed();
        }
        finally
        {
            Console.TreatControlCAsInput = false;
            Console.Error.WriteLine();
        }
    }

    static string Typed()
    {
        var line = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key is { Key: ConsoleKey.C, Modifiers: ConsoleModifiers.Control })
                throw new SchemaException(ExitCode.Cancelled, "Interrupted; nothing was asked of the database.");

            if (key.Key == ConsoleKey.Backspace)
                line.Length -= Math.Min(line.Length, line is [.., _, var last] && char.IsLowSurrogate(last) ? 2 : 1);
            else if (!char.IsControl(key.KeyChar))
                line.Append(key.KeyChar);
        }

        return line.ToString();
    }
}

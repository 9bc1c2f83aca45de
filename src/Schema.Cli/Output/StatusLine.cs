namespace Schema.Cli;

/// <summary>The last line of a terminal, written over again and again, and gone before anything else is said.</summary>
sealed class StatusLine(TextWriter terminal)
{
    const string Erase = "\r\e[K";

    readonly Lock turn = new();
    bool isShown;

    public void Show(string text)
    {
        lock (turn)
        {
            // A line that wraps cannot be erased as one.
            var width = Math.Max(Console.WindowWidth - 1, 20);
            terminal.Write(Erase + (text.Length > width ? text[..width] : text));
            isShown = true;
        }
    }

    public void Clear()
    {
        lock (turn)
        {
            if (isShown)
                terminal.Write(Erase);
            isShown = false;
        }
    }
}

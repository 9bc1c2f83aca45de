namespace Schema.Cli;

/// <summary>Where lines stay, one comes now and then, and none for what takes less.</summary>
sealed class Pace(TimeSpan between, TimeProvider time)
{
    long told = time.GetTimestamp();

    /// <summary>Whoever is told that a line is due, writes it.</summary>
    public bool IsDue()
    {
        if (time.GetElapsedTime(told) < between)
            return false;

        Restart();
        return true;
    }

    public void Restart() => told = time.GetTimestamp();
}

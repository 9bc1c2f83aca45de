namespace Schema.Seeding;

/// <summary>Chances that fall the same on every machine: SplitMix64, started from a seed and the number of what is made.</summary>
sealed class Dice(ulong seed, long number)
{
    const ulong Step = 0x9e3779b97f4a7c15;

    ulong state = Mix(seed + Step) ^ Mix((ulong)number);

    public ulong Next()
    {
        state += Step;
        return Mix(state);
    }

    public int Below(int limit) => (int)Math.BigMul(Next(), (ulong)limit, out _);

    public bool OneIn(int chances) => Below(chances) == 0;

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9;
        value = (value ^ (value >> 27)) * 0x94d049bb133111eb;
        return value ^ (value >> 31);
    }
}

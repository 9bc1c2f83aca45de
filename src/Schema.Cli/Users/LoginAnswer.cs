namespace Schema.Cli;

/// <summary>What a person hears who tries to log in.</summary>
enum LoginAnswer
{
    Ok,
    Wrong,
    MustChange,
    Barred,
    ResetRequired,
}

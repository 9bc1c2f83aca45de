using Schema.Import;

namespace Schema.Cli;

/// <summary>Where a legacy system lives, in words without secrets.</summary>
static class SourceAddress
{
    public static string Of(LegacySystem system) => system switch
    {
        { Setting: null } => "missing",
        { IsNone: true } => LegacySystem.None,
        { Setting: { } setting } => EffectiveSettings.Masked(setting with { Name = system.Name }),
    };

    public static string Origin(LegacySystem system) => system.Setting is { } setting ? $"{setting.Name} ({setting.Origin})" : system.Name;

    public static void RefuseNowhere(LegacySystem system)
    {
        if (system.Location is null)
            throw new SchemaException(
                ExitCode.Usage,
                system.IsNone
                    ? $"{system.Name}=none says that there is no such system, so there is nothing to read."
                    : $"Nothing says where the system of the import {system.Import} is: {system.Name} is not set.",
                $"{system.Name}=URL (or a path)");
    }
}

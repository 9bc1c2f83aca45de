namespace Schema.Import;

/// <summary>How much a mistake would cost here; what is not known is Production.</summary>
public enum DeploymentEnvironment
{
    Development,
    Staging,
    Production,
}

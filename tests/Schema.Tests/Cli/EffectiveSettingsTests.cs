using Schema.Cli;
using Schema.Import;

namespace Schema.Tests.Cli;

public class EffectiveSettingsTests
{
    [Theory]
    [InlineData("DATABASE_URL", "postgres://ann:hush@host:5432/db", "postgres://ann@host:5432/db")]
    [InlineData("DATABASE_URL", "postgres://ann:hu@sh/er@host/db?sslmode=require&password=hush", "postgres://ann@host/db")]
    [InlineData("DATABASE_URL", "Host=h;Username=ann;Password=hush;Database=d", "Host=h;Username=ann;Password=***;Database=d")]
    [InlineData("ConnectionStrings__Schema", "PWD = 'hu;sh' ;Host=h", "PWD = *** ;Host=h")]
    [InlineData("LEGACY_PLUME", "mysql://root:hush@host/plume", "mysql://root@host/plume")]
    [InlineData("LEGACY_PLUME", "/srv/dump=1.csv", "/srv/dump=1.csv")]
    [InlineData("LEGACY_PLUME", "none", "none")]
    [InlineData("EC2_DATABASE_PASSWORD", "hush", "***")]
    [InlineData("SCHEMA_ENVIRONMENT", "staging", "staging")]
    public void A_secret_is_never_shown(string name, string value, string shown) =>
        Assert.Equal(shown, EffectiveSettings.Masked(new Setting(name, value, "environment")));
}

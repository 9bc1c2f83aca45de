namespace Schema.Import.MySql;

/// <summary>How far the connection to a MySQL server is encrypted and its certificate believed.</summary>
public enum MySqlTls
{
    Disabled,
    Required,
    VerifyCa,
    VerifyFull,
}

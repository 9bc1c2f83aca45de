namespace Schema.Tests.Passwords;

public class PasswordsTests
{
    const string Password = "Pässwörd 1!";

    [Theory]
    [InlineData("AAABAgMEBQYHCAkKCwwNDg8Wr5tqy3wHQrPEMbqXxBkChFiF3M/BUiA6OGAhLrrZaw==", PasswordFormat.IdentityV2)]
    [InlineData("AQAAAAAAACcQAAAAEAABAgMEBQYHCAkKCwwNDg/wBSpa/GZP6DEM1Yz/ieGihPhHaNbtL6ersQByogMIVw==", PasswordFormat.IdentityV3)]
    [InlineData("AQAAAAEAACcQAAAAEAABAgMEBQYHCAkKCwwNDg/xsmZWesCJ7tMVLnOhzuxCTDX0H79SjJI4aNwlKuECLg==", PasswordFormat.IdentityV3)]
    [InlineData("AQAAAAIAACcQAAAAEAABAgMEBQYHCAkKCwwNDg/0rU862uzO9hIr+6O1UNszikyuOJMUnPGa8dy/rZzPdA==", PasswordFormat.IdentityV3)]
    [InlineData("pbkdf2_sha256$2000$seasalt$vsLa2inyt5kpeD3viRAv5M3I4x8l4M85r7eCfPed3xI=", PasswordFormat.Pbkdf2)]
    [InlineData("$pbkdf2-sha256$2000$AAECAwQFBgcICQoLDA0ODw$qBI1oxujWNoORJwIRlmWVGsYZ1lee3pMq143KwBZGB8", PasswordFormat.Pbkdf2)]
    [InlineData("$pbkdf2$2000$AAECAwQFBgcICQoLDA0ODw$g9VRkYHFYhFPemdoab7jnHCp3GE", PasswordFormat.Pbkdf2)]
    [InlineData("pbkdf2:sha512:2000$seasalt$19f6afd6a3f4dd558944a4a3c476d66667458ba91c3ad2e3584806e4356ad7a2d2aac0d7cfc3c72897d39da2c0c788795b19492cb04b166e3da9478b6927e379", PasswordFormat.Pbkdf2)]
    public void A_hash_of_elsewhere_opens_with_its_password_and_no_other(string hash, PasswordFormat format)
    {
        Assert.Equal(format, global::Schema.Passwords.FormatOf(hash));
        Assert.True(global::Schema.Passwords.Verify(hash, Password));
        Assert.False(global::Schema.Passwords.Verify(hash, "pässwörd 1!"));
        Assert.False(global::Schema.Passwords.Verify(hash, ""));
    }

    [Fact]
    public void A_hash_of_ones_own_is_an_Identity_hash_and_never_the_same()
    {
        var hash = global::Schema.Passwords.Hash(Password);

        Assert.StartsWith("AQAAAAIAAYagAAAAE", hash);
        Assert.Equal(PasswordFormat.IdentityV3, global::Schema.Passwords.FormatOf(hash));
        Assert.True(global::Schema.Passwords.Verify(hash, Password));
        Assert.NotEqual(hash, global::Schema.Passwords.Hash(Password));
    }

    [Theory]
    [InlineData("$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy", PasswordFormat.Bcrypt)]
    [InlineData("$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhW", PasswordFormat.Unknown)]
    [InlineData("$argon2id$v=19$m=65536,t=3,p=4$c2FsdA$aGFzaA", PasswordFormat.Unknown)]
    [InlineData("5f4dcc3b5aa765d61d8327deb882cf99", PasswordFormat.Unknown)]
    [InlineData("", PasswordFormat.Unknown)]
    [InlineData("AAAA", PasswordFormat.Unknown)]
    [InlineData("AQAAAAIAACcQ", PasswordFormat.Unknown)]
    [InlineData("AQAAAAkAACcQAAAAEAABAgMEBQYHCAkKCwwNDg/0rU862uzO9hIr+6O1UNszikyuOJMUnPGa8dy/rZzPdA==", PasswordFormat.Unknown)]
    [InlineData("AQAAAAL/////AAAAEAABAgMEBQYHCAkKCwwNDg/0rU862uzO9hIr+6O1UNszikyuOJMUnPGa8dy/rZzPdA==", PasswordFormat.Unknown)]
    [InlineData("AQAAAAIAACcQ/////wABAgMEBQYHCAkKCwwNDg/0rU862uzO9hIr+6O1UNszikyuOJMUnPGa8dy/rZzPdA==", PasswordFormat.Unknown)]
    [InlineData("pbkdf2_sha256$99999999999$seasalt$vsLa2inyt5kpeD3viRAv5M3I4x8l4M85r7eCfPed3xI=", PasswordFormat.Unknown)]
    [InlineData("pbkdf2_sha256$0$seasalt$vsLa2inyt5kpeD3viRAv5M3I4x8l4M85r7eCfPed3xI=", PasswordFormat.Unknown)]
    [InlineData("pbkdf2_sha256$2000$seasalt$vsLa2iny", PasswordFormat.Unknown)]
    [InlineData("pbkdf2:sha512:2000$seasalt$19f", PasswordFormat.Unknown)]
    public void What_cannot_be_checked_here_is_never_right(string hash, PasswordFormat format)
    {
        Assert.Equal(format, global::Schema.Passwords.FormatOf(hash));
        Assert.Null(global::Schema.Passwords.Verify(hash, Password));
    }
}

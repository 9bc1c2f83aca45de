using Schema.Migrations;

namespace Schema.Tests.Legacy.School;

public class SchoolPasswordTests
{
    [Theory]
    [InlineData(" $2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy\n", "bcrypt")]
    [InlineData("$2y$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy", "bcrypt")]
    [InlineData("AAABAgMEBQYHCAkKCwwNDg8Wr5tqy3wHQrPEMbqXxBkChFiF3M/BUiA6OGAhLrrZaw==", "aspnet-identity-v2")]
    [InlineData("AQAAAAIAACcQAAAAEAABAgMEBQYHCAkKCwwNDg/0rU862uzO9hIr+6O1UNszikyuOJMUnPGa8dy/rZzPdA==", "aspnet-identity-v3")]
    [InlineData("pbkdf2_sha256$2000$seasalt$vsLa2inyt5kpeD3viRAv5M3I4x8l4M85r7eCfPed3xI=", "pbkdf2")]
    [InlineData("$pbkdf2-sha256$2000$AAECAwQFBgcICQoLDA0ODw$qBI1oxujWNoORJwIRlmWVGsYZ1lee3pMq143KwBZGB8", "pbkdf2")]
    [InlineData("$argon2id$v=19$m=65536,t=3,p=4$c2FsdA$aGFzaA", "unknown")]
    [InlineData("5f4dcc3b5aa765d61d8327deb882cf99", "unknown")]
    public void A_hash_is_kept_with_the_algorithm_that_it_names(string text, string algorithm) =>
        Assert.Equal(new SchoolPassword(text.Trim(), algorithm), SchoolPassword.From(text));

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    [InlineData("mwangaza2023")]
    [InlineData("Passw0rd!")]
    [InlineData("$ecret123")]
    [InlineData("$money$")]
    public void What_may_be_the_password_itself_is_not_carried_along(string? text) => Assert.Equal(default, SchoolPassword.From(text));
}

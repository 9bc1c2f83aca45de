using Schema.Import;

namespace Schema.Migrations;

/// <summary>How a school of V1 reads here.</summary>
public static class SchoolMap
{
    public const string System = "school_v1";

    static readonly LegacyKey Key = new(System, "school");
    static readonly LegacyKey Admins = new(System, "school_admin");

    public static Guid Id(string school) => Key.For(school);

    public static SchoolRow From(LegacySchool old, SchoolWanted wanted)
    {
        var country = SchoolCountries.Of(old);
        var email = SchoolEmail.From(old.Email);
        var phone = SchoolPhone.From(old.Phone, country);
        var address = SchoolAddress.From(old.SchoolAddress, old.County, country);
        var password = SchoolPassword.From(old.Password);
        var name = PlainText.Trimmed(old.SchoolName) ?? "";
        return new SchoolRow(
            Id: Id(old.Id), LegacyId: old.Id, Name: name, Code: SchoolCode.From(old.SchoolCode, name, old.CreatedAt),
            IsCodeMade: PlainText.Trimmed(old.SchoolCode) is null,
            Email: email.Address, Address: email.Address is null ? null : Folding.Email(email.Address), Origin: (short)email.Origin,
            Phone: phone.Number, PhoneRaw: phone.Raw,
            Country: country, County: PlainText.Trimmed(old.County), AddressText: PlainText.Trimmed(old.SchoolAddress),
            Street: address.Street, PoBox: address.PostBox, PostalCode: address.PostalCode, Town: address.Town,
            Type: SchoolWords.Type(old.Type), TypeText: old.Type, Level: SchoolLevel.From(old.SchoolLevel), LevelText: old.SchoolLevel,
            Logo: PlainText.Trimmed(old.Logo), Motto: PlainText.Trimmed(old.SchoolMotto), Vision: PlainText.Trimmed(old.SchoolVision),
            IsVerified: old.IsVerified, IsActive: old.IsActive && !old.IsDeleted, IsDeleted: old.IsDeleted,
            DeletedAt: old.IsDeleted ? SchoolMoment.Utc(old.DeletedAt ?? old.UpdatedAt) : null,
            CreatedAt: SchoolMoment.Utc(old.CreatedAt), UpdatedAt: SchoolMoment.Utc(old.UpdatedAt),
            AdminId: email.Address is null || PlainText.Trimmed(old.Password) is null ? null : Admins.For(old.Id),
            AdminFirstName: PlainText.Words(name).FirstOrDefault() ?? "School",
            PasswordHash: password.Hash, PasswordAlgorithm: password.Algorithm,
            IsChosen: wanted.Has(old), IsAdminChosen: wanted.HasAdminOf(old),
            IsLeftOut: wanted.LeavesOut(old.IsDeleted));
    }
}

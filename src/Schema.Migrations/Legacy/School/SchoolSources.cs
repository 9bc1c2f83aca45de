using Schema.Import;

namespace Schema.Migrations;

/// <summary>V1's tables, whose names and columns are in camel case, as queries or as files of an export.</summary>
static class SchoolSources
{
    public static readonly Source<LegacySchool> Schools = Source.Table<LegacySchool>(
        """
        select "id", "schoolName", "email", "phone", "schoolCode", "schoolLevel", "schoolMotto", "schoolVision", "country", "county", "logo",
            "password", "type", "schoolAddress", "CreatedAt", "UpdatedAt", "isActive", "isVerified", "isDeleted", "deletedAt"
        from "School"
        """,
        "School.csv");

    public static readonly Source<LegacyTeacher> Teachers = Source.Table<LegacyTeacher>(
        """
        select "id", "firstName", "middleName", "lastName", "gender", "experience", "isLoginBarred", "phoneNumber", "email", "profileImage",
            "password", "isFirstTimePasswordChanged", "schoolId", "isClassTeacher", "isDeleted", "deletedAt", "subjects"::text as "subjects",
            "experienceYears", "lastLoggedIn"
        from "Teacher"
        """,
        "Teacher.csv");

    public static readonly Source<LegacyParent> Parents = Source.Table<LegacyParent>(
        """
        select "id", "firstName", "middleName", "lastName", "email", "phoneNumber", "secondaryPhoneNumber", "isFirstTimePasswordChanged",
            "isLoginBarred", "relationship", "profileImage", "password", "isDeleted", "deletedAt", "schoolId", "lastLoggedIn"
        from "Parent"
        """,
        "Parent.csv");

    public static readonly Source<LegacyStudent> Students = Source.Table<LegacyStudent>(
        """
        select "id", "firstName", "middleName", "lastName", "studentAdmissionNumber", "profileImage", "gender", "schoolId", "classId",
            "parentId", "isDeleted", "deletedAt", "createdAt", "updatedAt"
        from "Student"
        """,
        "Student.csv");

    public static readonly Source<LegacyStaffMember> Staff = Source.Table<LegacyStaffMember>(
        """
        select "id", "firstName", "middleName", "lastName", "email", "phone", "password", "schoolId" from "SchoolStaff"
        """,
        "SchoolStaff.csv",
        isOptional: true);

    public static readonly Source<LegacyRecessUser> RecessUsers = Source.Table<LegacyRecessUser>(
        """
        select "id", "name", "email", "Role", "password", "phoneNumber", "status", "createdAt", "updatedAt" from "RecessUsers"
        """,
        "RecessUsers.csv",
        isOptional: true);

    public static readonly Source<LegacyQualification> Qualifications = Source.Table<LegacyQualification>(
        """
        select "id", "teacherId", "qualification", "createdAt" from "TeacherQualification"
        """,
        "TeacherQualification.csv",
        isOptional: true);
}

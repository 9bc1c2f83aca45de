namespace Schema.Seeding;

/// <summary>The tables of the school platform's first version that the import reads, as its own program made them.</summary>
static class SchoolSampleTables
{
    public const string Sql = """
        create table "RecessUsers" (
            "id" text not null, "name" text not null, "email" text not null, "Role" text not null default 'ADMIN',
            "password" text not null, "phoneNumber" text not null, "status" text not null default 'ACTIVE',
            "createdAt" timestamp(3) not null default current_timestamp, "updatedAt" timestamp(3) not null,
            constraint "RecessUsers_pkey" primary key ("id")
        );
        create unique index "RecessUsers_email_key" on "RecessUsers" ("email");
        create unique index "RecessUsers_phoneNumber_key" on "RecessUsers" ("phoneNumber");

        create table "School" (
            "id" text not null, "schoolName" text not null, "email" text not null, "phone" text not null, "schoolCode" text not null,
            "schoolLevel" text not null, "schoolMotto" text, "schoolVision" text, "country" text not null default 'Kenya',
            "county" text not null, "logo" text not null, "password" text not null, "type" text not null, "schoolAddress" text not null,
            "CreatedAt" timestamp(3) not null default current_timestamp, "UpdatedAt" timestamp(3) not null,
            "lastLoggedIn" timestamp(3) not null default current_timestamp, "isActive" boolean not null default true,
            "isVerified" boolean not null default false, "isDeleted" boolean not null default false, "deletedAt" timestamp(3),
            "createdById" text, "adminId" text, "curriculumId" text, "otpCode" text, "otpExpiresAt" timestamp(3),
            "lastLoggedInIn" timestamp(3) not null default current_timestamp, constraint "School_pkey" primary key ("id")
        );
        create unique index "School_email_key" on "School" ("email");
        create unique index "School_phone_key" on "School" ("phone");
        create unique index "School_schoolCode_key" on "School" ("schoolCode");
        create unique index "School_otpCode_key" on "School" ("otpCode");

        create table "SchoolStaff" (
            "id" text not null, "firstName" text not null, "middleName" text, "lastName" text not null, "email" text,
            "phone" text not null, "password" text, "roleId" text, "schoolId" text not null,
            constraint "SchoolStaff_pkey" primary key ("id")
        );
        create unique index "SchoolStaff_email_key" on "SchoolStaff" ("email");
        create unique index "SchoolStaff_phone_key" on "SchoolStaff" ("phone");

        create table "Teacher" (
            "id" text not null, "firstName" text not null, "middleName" text, "lastName" text not null, "gender" text not null,
            "experience" text, "isLoginBarred" boolean not null default false, "phoneNumber" text not null, "email" text not null,
            "profileImage" text, "password" text not null, "isFirstTimePasswordChanged" boolean not null default false,
            "schoolId" text not null, "schoolDepartmentId" text, "isClassTeacher" boolean not null default false,
            "isDeleted" boolean not null default false, "deletedAt" timestamp(3), "subjects" text[], "experienceYears" integer,
            "streamsId" text, "lastLoggedIn" timestamp(3) not null default current_timestamp,
            constraint "Teacher_pkey" primary key ("id")
        );
        create unique index "Teacher_phoneNumber_key" on "Teacher" ("phoneNumber");
        create unique index "Teacher_email_key" on "Teacher" ("email");

        create table "TeacherQualification" (
            "id" text not null, "teacherId" text not null, "qualification" text not null,
            "createdAt" timestamp(3) not null default current_timestamp, "updatedAt" timestamp(3) not null default current_timestamp,
            constraint "TeacherQualification_pkey" primary key ("id")
        );

        create table "Parent" (
            "id" text not null, "firstName" text, "middleName" text, "lastName" text, "email" text, "phoneNumber" text not null,
            "secondaryPhoneNumber" text, "isFirstTimePasswordChanged" boolean not null default false,
            "isLoginBarred" boolean not null default false, "relationship" text, "profileImage" text, "password" text,
            "isDeleted" boolean not null default false, "deletedAt" timestamp(3), "schoolId" text not null,
            "lastLoggedIn" timestamp(3) not null default current_timestamp, constraint "Parent_pkey" primary key ("id")
        );
        create unique index "Parent_phoneNumber_key" on "Parent" ("phoneNumber");
        create unique index "Parent_schoolId_email_key" on "Parent" ("schoolId", "email");

        create table "Student" (
            "id" text not null, "firstName" text not null, "middleName" text, "lastName" text not null,
            "studentAdmissionNumber" text not null, "profileImage" text, "gender" text not null, "schoolId" text not null, "classId" text,
            "streamId" text, "parentId" text not null, "parentTeacherId" text, "isDeleted" boolean not null default false,
            "deletedAt" timestamp(3), "createdAt" timestamp(3) not null default current_timestamp,
            "updatedAt" timestamp(3) not null default current_timestamp, "lastLoggedIn" timestamp(3) not null default current_timestamp,
            constraint "Student_pkey" primary key ("id")
        );
        create unique index "Student_schoolId_studentAdmissionNumber_key" on "Student" ("schoolId", "studentAdmissionNumber");
        """;
}

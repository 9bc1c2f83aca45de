namespace Schema.Tests.Legacy.School;

/// <summary>Databases as the platform's first version keeps them: the tables that are read, with columns that nobody reads.</summary>
static class V1
{
    const string Tables = """
        create table "School" (
            "id" text not null primary key, "schoolName" text not null, "email" text not null unique, "phone" text not null unique,
            "schoolCode" text not null unique, "schoolLevel" text not null, "schoolMotto" text, "schoolVision" text,
            "country" text not null default 'Kenya', "county" text not null default 'Nairobi', "logo" text not null default '',
            "password" text not null default '', "type" text not null default 'PRIVATE', "schoolAddress" text not null default '',
            "CreatedAt" timestamp(3) not null default current_timestamp, "UpdatedAt" timestamp(3) not null default '2024-12-31 12:00',
            "isActive" boolean not null default true, "isVerified" boolean not null default false, "isDeleted" boolean not null default false,
            "deletedAt" timestamp(3), "otpCode" text
        );
        create table "Teacher" (
            "id" text not null primary key, "firstName" text not null, "middleName" text, "lastName" text not null, "gender" text not null default '',
            "experience" text, "isLoginBarred" boolean not null default false, "phoneNumber" text not null unique, "email" text not null unique,
            "profileImage" text, "password" text not null default '', "isFirstTimePasswordChanged" boolean not null default false,
            "schoolId" text, "isClassTeacher" boolean not null default false, "isDeleted" boolean not null default false,
            "deletedAt" timestamp(3), "subjects" text[], "experienceYears" integer, "streamsId" text,
            "lastLoggedIn" timestamp(3) not null default '2024-06-01 08:00'
        );
        create table "TeacherQualification" (
            "id" text not null primary key, "teacherId" text not null, "qualification" text not null, "createdAt" timestamp(3) not null
        );
        create table "Parent" (
            "id" text not null primary key, "firstName" text, "middleName" text, "lastName" text, "email" text, "phoneNumber" text not null unique,
            "secondaryPhoneNumber" text, "isFirstTimePasswordChanged" boolean not null default false, "isLoginBarred" boolean not null default false,
            "relationship" text, "profileImage" text, "password" text, "isDeleted" boolean not null default false, "deletedAt" timestamp(3),
            "schoolId" text, "lastLoggedIn" timestamp(3) not null default '2024-06-01 08:00', unique ("schoolId", "email")
        );
        create table "Student" (
            "id" text not null primary key, "firstName" text not null, "middleName" text, "lastName" text not null,
            "studentAdmissionNumber" text not null, "profileImage" text, "gender" text not null default '', "schoolId" text, "classId" text,
            "streamId" text, "parentId" text, "isDeleted" boolean not null default false, "deletedAt" timestamp(3),
            "createdAt" timestamp(3) not null default '2024-02-03 04:05:06.789', "updatedAt" timestamp(3) not null default '2024-03-03 04:05:06',
            unique ("schoolId", "studentAdmissionNumber")
        );
        create table "SchoolStaff" (
            "id" text not null primary key, "firstName" text not null, "middleName" text, "lastName" text not null, "email" text unique,
            "phone" text not null unique, "password" text, "roleId" text, "schoolId" text
        );
        create table "RecessUsers" (
            "id" text not null primary key, "name" text not null, "email" text not null unique, "Role" text not null default 'ADMIN',
            "password" text not null, "phoneNumber" text not null unique, "status" text not null default 'ACTIVE',
            "createdAt" timestamp(3) not null default '2023-01-01 00:00', "updatedAt" timestamp(3) not null default '2023-01-02 00:00'
        );
        """;

    /// <summary>
    /// Two schools that came in an order of their own. Ann's address is a parent's as well, with other letters, and a third person's whose
    /// spelling has to be repaired first; somebody has already taken the address that she would get.
    /// </summary>
    public const string Awkward = """
        insert into "School" ("id", "schoolName", "email", "phone", "schoolCode", "schoolLevel", "CreatedAt", "password", "schoolAddress", "type", "country") values
            ('s2', ' Mwangaza Academy ', 'office@mwangaza.example', '0711 000 002', 'MWA', 'Junior Secondary', '2023-05-05 10:00', '$2b$10$abcdefghijklmnopqrstuuABCDEFGHIJKLMNOPQRSTUVWXYZ01234', 'Ngong Road, P.O. Box 123-00100, Nairobi', 'public', 'Kenya'),
            ('s1', 'Upendo "Little" School', 'Upendo@Example.org', '+254711000001', 'UPE', 'primary', '2022-05-05 10:00', '$2b$10$abcdefghijklmnopqrstuuABCDEFGHIJKLMNOPQRSTUVWXYZ01234', '', 'boarding', 'Kenya'),
            ('s3', 'Kampala Junior', 'upendo@example.org', '0772000003', '  ', 'Pri', '2024-05-05 10:00', '', '', 'International', 'Uganda');
        insert into "Teacher" ("id", "firstName", "middleName", "lastName", "gender", "phoneNumber", "email", "schoolId", "subjects", "isLoginBarred", "isDeleted", "password", "isFirstTimePasswordChanged") values
            ('t1', ' Ann ', '', 'Kamau', 'Female', '0712 345 678', 'ann@x.example', 's1', '{Music,"Art, and Craft"}', false, false, '$2b$10$abcdefghijklmnopqrstuuABCDEFGHIJKLMNOPQRSTUVWXYZ01234', true),
            ('t2', 'Otieno Ouma Okello', '', ' ', 'x', '+254-712-345-678', ' ANN@x.example', 's2', null, true, false, 'plain text', false),
            ('t3', 'Gone', null, 'Teacher', 'M', '0712345670', 'Ann@X.example', 's1', '{}', false, true, '', false),
            ('t4', 'Wanjiku', null, 'Njoroge', 'F', '12', 'ann+teacher1@x.example', 's1', '{}', false, false, '', false);
        insert into "TeacherQualification" values ('q2', 't1', 'MEd', '2020-01-01'), ('q1', 't1', 'BEd', '2019-01-01');
        insert into "Parent" ("id", "firstName", "lastName", "email", "phoneNumber", "relationship", "schoolId", "isDeleted", "secondaryPhoneNumber") values
            ('p1', 'Ann', 'Kamau', 'ann@X.example', '254712345678', 'Grandfather', 's1', false, '0733 000000'),
            ('p2', null, null, null, '0700000001', null, 's2', false, 'ask Ann'),
            ('p3', 'Baba', null, 'ann@ x.example', '0700000002', 'Mum', 's2', false, null),
            ('p4', 'Dead', 'Parent', 'dead@x.example', '0700000003', 'aunt', 's1', true, null),
            ('p5', 'Nakato', 'N', 'nakato@gmail.co', '0772 000 005', 'mother', 's3', false, null);
        insert into "Student" ("id", "firstName", "lastName", "studentAdmissionNumber", "gender", "schoolId", "classId", "parentId", "isDeleted") values
            ('c1', 'Kid', 'One', '001', 'girl', 's1', 'cl1', 'p1', false),
            ('c2', 'Kid', 'Two', '002', '?', 's1', null, 'p1', false),
            ('c3', 'Kid', 'Three', '001', 'M', 's2', 'cl1', 'p2', false),
            ('c4', 'Gone', 'Kid', '003', 'm', 's1', null, 'p4', true);
        insert into "SchoolStaff" ("id", "firstName", "lastName", "email", "phone", "password", "schoolId") values
            ('f1', 'Bursar', 'B', null, '0799000001', null, 's1');
        insert into "RecessUsers" ("id", "name", "email", "password", "phoneNumber", "status") values
            ('r1', 'Grace Wambui Mutua', 'grace@recess.example', '', '0799000002', 'ACTIVE'),
            ('r2', 'Old', 'old@recess.example', '', '0799000003', 'SUSPENDED');
        """;

    public static Task<TestDatabase> Nasty() => With(Awkward);

    public static async Task<TestDatabase> With(string rows)
    {
        var database = await TestDatabase.From("school_v1", async connectionString =>
        {
            await using var connection = new Npgsql.NpgsqlConnection(connectionString);
            await connection.OpenAsync();
            await using var command = new Npgsql.NpgsqlCommand(Tables, connection);
            await command.ExecuteNonQueryAsync();
        });
        if (rows.Length > 0)
            await database.Execute(rows);

        return database;
    }
}

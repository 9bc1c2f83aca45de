namespace Schema.Migrations;

public sealed partial class Schools
{
    const string CreateReference = """
        create table grade_systems (
            id uuid not null default gen_random_uuid(),
            name text not null,
            description text,
            grade_type text not null,
            school_id uuid,
            country text,
            is_default boolean not null default false,
            is_predefined boolean not null default false,
            created_at timestamptz not null default now(),
            updated_at timestamptz not null default now(),
            constraint grade_systems_pkey primary key (id),
            constraint grade_systems_name_check check (name <> ''),
            constraint grade_systems_grade_type_check check (grade_type in ('letter', 'numeric', 'descriptive'))
        );
        create unique index grade_systems_name_school_id_key on grade_systems (name, school_id) nulls not distinct;
        create index grade_systems_school_id_idx on grade_systems (school_id);

        create table grades (
            id uuid not null default gen_random_uuid(),
            grade_system_id uuid not null,
            name text not null,
            min_score numeric(5,2) not null,
            max_score numeric(5,2) not null,
            remark text,
            constraint grades_pkey primary key (id),
            constraint grades_name_check check (name <> ''),
            constraint grades_score_check check (min_score >= 0 and min_score <= max_score and max_score <= 100),
            constraint grades_grade_system_id_fkey foreign key (grade_system_id) references grade_systems (id) on delete cascade
        );
        create unique index grades_grade_system_id_name_key on grades (grade_system_id, name);

        create table curriculums (
            id uuid not null default gen_random_uuid(),
            name text not null,
            alias text not null,
            country text,
            grade_system_id uuid not null,
            is_active boolean not null default true,
            created_at timestamptz not null default now(),
            updated_at timestamptz not null default now(),
            constraint curriculums_pkey primary key (id),
            constraint curriculums_name_check check (name <> ''),
            constraint curriculums_grade_system_id_fkey foreign key (grade_system_id) references grade_systems (id) on delete restrict
        );
        create unique index curriculums_name_key on curriculums (name);
        create index curriculums_grade_system_id_idx on curriculums (grade_system_id);

        create table class_levels (
            id uuid not null default gen_random_uuid(),
            curriculum_id uuid not null,
            name text not null,
            min_age integer not null,
            max_age integer not null,
            created_at timestamptz not null default now(),
            updated_at timestamptz not null default now(),
            constraint class_levels_pkey primary key (id),
            constraint class_levels_name_check check (name <> ''),
            constraint class_levels_age_check check (min_age >= 0 and min_age <= max_age),
            constraint class_levels_curriculum_id_fkey foreign key (curriculum_id) references curriculums (id) on delete restrict
        );
        create unique index class_levels_curriculum_id_name_key on class_levels (curriculum_id, name);

        create table classes (
            id uuid not null default gen_random_uuid(),
            curriculum_id uuid not null,
            level_id uuid,
            name text not null,
            "order" integer not null,
            is_active boolean not null default true,
            created_at timestamptz not null default now(),
            updated_at timestamptz not null default now(),
            constraint classes_pkey primary key (id),
            constraint classes_name_check check (name <> ''),
            constraint classes_curriculum_id_fkey foreign key (curriculum_id) references curriculums (id) on delete restrict,
            constraint classes_level_id_fkey foreign key (level_id) references class_levels (id) on delete restrict
        );
        create unique index classes_curriculum_id_name_key on classes (curriculum_id, name);
        create index classes_level_id_idx on classes (level_id);

        create table subject_categories (
            id uuid not null default gen_random_uuid(),
            name text not null,
            created_at timestamptz not null default now(),
            updated_at timestamptz not null default now(),
            constraint subject_categories_pkey primary key (id),
            constraint subject_categories_name_check check (name <> '')
        );
        create unique index subject_categories_name_key on subject_categories (name);

        create table subjects (
            id uuid not null default gen_random_uuid(),
            curriculum_id uuid not null,
            category_id uuid,
            name text not null,
            created_at timestamptz not null default now(),
            updated_at timestamptz not null default now(),
            constraint subjects_pkey primary key (id),
            constraint subjects_name_check check (name <> ''),
            constraint subjects_curriculum_id_fkey foreign key (curriculum_id) references curriculums (id) on delete restrict,
            constraint subjects_category_id_fkey foreign key (category_id) references subject_categories (id) on delete restrict
        );
        create unique index subjects_curriculum_id_name_key on subjects (curriculum_id, name);
        create index subjects_category_id_idx on subjects (category_id);
        """;

    const string CreateSchools = """
        create table schools (
            id uuid not null default gen_random_uuid(),
            name text not null,
            code text,
            email text,
            phone text,
            phone_raw text,
            country text not null default 'Kenya',
            county text,
            address text,
            street text,
            po_box text,
            postal_code text,
            town text,
            type text not null default 'private',
            level_id uuid not null,
            curriculum_id uuid not null,
            grade_system_id uuid,
            logo text,
            motto text,
            vision text,
            mission text,
            is_verified boolean not null default false,
            is_onboarded boolean not null default false,
            is_active boolean not null default true,
            is_deleted boolean not null default false,
            deleted_at timestamptz,
            created_at timestamptz not null default now(),
            updated_at timestamptz not null default now(),
            constraint schools_pkey primary key (id),
            constraint schools_name_check check (name <> ''),
            constraint schools_code_check check (code <> ''),
            constraint schools_email_check check (strpos(btrim(email), '@') > 1),
            constraint schools_phone_check check (phone collate "C" ~ '^\+[1-9][0-9]{1,14}$'),
            constraint schools_type_check check (type in ('private', 'public', 'international')),
            constraint schools_deleted_check check (is_deleted = (deleted_at is not null) and not (is_deleted and is_active)),
            constraint schools_level_id_fkey foreign key (level_id) references class_levels (id) on delete restrict,
            constraint schools_curriculum_id_fkey foreign key (curriculum_id) references curriculums (id) on delete restrict,
            constraint schools_grade_system_id_fkey foreign key (grade_system_id) references grade_systems (id) on delete restrict
        );
        create unique index schools_code_key on schools (code) where not is_deleted;
        create index schools_level_id_idx on schools (level_id);
        create index schools_curriculum_id_idx on schools (curriculum_id);
        create index schools_grade_system_id_idx on schools (grade_system_id);
        create unique index schools_email_key on schools (lower(btrim(email) collate "C")) where not is_deleted;

        create table academic_years (
            id uuid not null default gen_random_uuid(),
            school_id uuid not null,
            name text not null,
            start_date date not null,
            end_date date not null,
            is_active boolean not null default false,
            is_archived boolean not null default false,
            created_at timestamptz not null default now(),
            updated_at timestamptz not null default now(),
            constraint academic_years_pkey primary key (id),
            constraint academic_years_name_check check (name <> ''),
            constraint academic_years_date_check check (start_date < end_date),
            constraint academic_years_school_id_fkey foreign key (school_id) references schools (id) on delete restrict
        );
        create unique index academic_years_school_id_name_key on academic_years (school_id, name);
        create unique index academic_years_active_key on academic_years (school_id) where is_active;

        create table school_classes (
            id uuid not null default gen_random_uuid(),
            school_id uuid not null,
            academic_year_id uuid not null,
            class_id uuid,
            name text not null,
            created_at timestamptz not null default now(),
            updated_at timestamptz not null default now(),
            constraint school_classes_pkey primary key (id),
            constraint school_classes_name_check check (name <> ''),
            constraint school_classes_school_id_fkey foreign key (school_id) references schools (id) on delete restrict,
            constraint school_classes_academic_year_id_fkey foreign key (academic_year_id) references academic_years (id) on delete restrict,
            constraint school_classes_class_id_fkey foreign key (class_id) references classes (id) on delete restrict
        );
        create unique index school_classes_school_id_academic_year_id_name_key on school_classes (school_id, academic_year_id, name);
        create index school_classes_academic_year_id_idx on school_classes (academic_year_id);
        create index school_classes_class_id_idx on school_classes (class_id);
        """;

    const string ConnectGradeSystems = """
        alter table grade_systems add constraint grade_systems_school_id_fkey
            foreign key (school_id) references schools (id) on delete restrict;
        """;

    const string CreatePeople = """
        create table school_admins (
            id uuid not null default gen_random_uuid(),
            user_id uuid not null,
            school_id uuid not null,
            position text,
            is_main boolean not null default false,
            created_at timestamptz not null default now(),
            updated_at timestamptz not null default now(),
            constraint school_admins_pkey primary key (id),
            constraint school_admins_user_id_fkey foreign key (user_id) references users (id) on delete restrict,
            constraint school_admins_school_id_fkey foreign key (school_id) references schools (id) on delete restrict
        );
        create unique index school_admins_user_id_school_id_key on school_admins (user_id, school_id);
        create index school_admins_school_id_idx on school_admins (school_id);

        create table teachers (
            id uuid not null default gen_random_uuid(),
            user_id uuid not null,
            school_id uuid not null,
            gender text,
            qualifications text[] not null default '{}',
            subjects text[] not null default '{}',
            experience text,
            experience_years integer,
            employment_date date,
            is_class_teacher boolean not null default false,
            is_active boolean not null default true,
            is_deleted boolean not null default false,
            deleted_at timestamptz,
            created_at timestamptz not null default now(),
            updated_at timestamptz not null default now(),
            constraint teachers_pkey primary key (id),
            constraint teachers_gender_check check (gender in ('female', 'male')),
            constraint teachers_experience_years_check check (experience_years >= 0),
            constraint teachers_deleted_check check (is_deleted = (deleted_at is not null) and not (is_deleted and is_active)),
            constraint teachers_user_id_fkey foreign key (user_id) references users (id) on delete restrict,
            constraint teachers_school_id_fkey foreign key (school_id) references schools (id) on delete restrict
        );
        create unique index teachers_user_id_school_id_key on teachers (user_id, school_id);
        create index teachers_school_id_idx on teachers (school_id);

        create table parents (
            id uuid not null default gen_random_uuid(),
            user_id uuid not null,
            school_id uuid not null,
            relationship text,
            secondary_phone text,
            secondary_phone_raw text,
            is_active boolean not null default true,
            is_deleted boolean not null default false,
            deleted_at timestamptz,
            created_at timestamptz not null default now(),
            updated_at timestamptz not null default now(),
            constraint parents_pkey primary key (id),
            constraint parents_relationship_check check (relationship in ('father', 'mother', 'guardian')),
            constraint parents_secondary_phone_check check (secondary_phone collate "C" ~ '^\+[1-9][0-9]{1,14}$'),
            constraint parents_deleted_check check (is_deleted = (deleted_at is not null) and not (is_deleted and is_active)),
            constraint parents_user_id_fkey foreign key (user_id) references users (id) on delete restrict,
            constraint parents_school_id_fkey foreign key (school_id) references schools (id) on delete restrict
        );
        create unique index parents_user_id_school_id_key on parents (user_id, school_id);
        create index parents_school_id_idx on parents (school_id);

        create table students (
            id uuid not null default gen_random_uuid(),
            user_id uuid not null,
            school_id uuid not null,
            school_class_id uuid,
            admission_number text,
            gender text,
            birth_date date,
            enrollment_date date,
            is_enrolled boolean not null default true,
            is_graduated boolean not null default false,
            is_active boolean not null default true,
            is_deleted boolean not null default false,
            deleted_at timestamptz,
            created_at timestamptz not null default now(),
            updated_at timestamptz not null default now(),
            constraint students_pkey primary key (id),
            constraint students_admission_number_check check (admission_number <> ''),
            constraint students_gender_check check (gender in ('female', 'male')),
            constraint students_deleted_check check (is_deleted = (deleted_at is not null) and not (is_deleted and is_active)),
            constraint students_user_id_fkey foreign key (user_id) references users (id) on delete restrict,
            constraint students_school_id_fkey foreign key (school_id) references schools (id) on delete restrict,
            constraint students_school_class_id_fkey foreign key (school_class_id) references school_classes (id) on delete restrict
        );
        create unique index students_user_id_school_id_key on students (user_id, school_id);
        create unique index students_school_id_admission_number_key on students (school_id, admission_number);
        create index students_school_class_id_idx on students (school_class_id);

        create table student_parents (
            student_id uuid not null,
            parent_id uuid not null,
            created_at timestamptz not null default now(),
            constraint student_parents_pkey primary key (student_id, parent_id),
            constraint student_parents_student_id_fkey foreign key (student_id) references students (id) on delete restrict,
            constraint student_parents_parent_id_fkey foreign key (parent_id) references parents (id) on delete restrict
        );
        create index student_parents_parent_id_idx on student_parents (parent_id);
        """;
}

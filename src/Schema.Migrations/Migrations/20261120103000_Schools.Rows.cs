namespace Schema.Migrations;

public sealed partial class Schools
{
    // Each id is named by what stands above its rows, the same in every database.
    const string RoleRows = """
        -- ('schema', 'role', name); a role of that name that is here already stays as it is, and stays when this is undone.
        with made as (
            insert into roles (id, name) values
                ('60a3ffff-fe55-8cc6-95c8-13d903328660', 'school_admin'),
                ('f5e198ea-1e2c-8820-856b-1629ee567040', 'teacher'),
                ('08054cef-2ca1-84ec-89dd-741bac0a989d', 'parent'),
                ('dec036a7-e3d1-862d-9f8c-72019d26ced6', 'student'),
                ('b3dbb8b5-1bf9-8349-87b3-6e05769579b7', 'staff'),
                ('25411ded-03b7-84f8-b4bb-7fe8d49ee6e3', 'recess_admin'),
                ('79470f73-6f16-8ced-bedf-6b11522dc935', 'recess_staff')
            on conflict do nothing
            returning id
        )
        insert into ledger.remembered (subject, key, value)
        select 'schools.made_role', id::text, 'true' from made
        on conflict (subject, key) do nothing;
        """;

    const string GradeRows = """
        -- ('schema', 'grade_system', name)
        insert into grade_systems (id, name, description, grade_type, country, is_default, is_predefined) values
            ('21a2cde5-f4f6-88eb-ba17-68e79cddec55', 'Kenya 8-4-4 Standard', 'Standard Kenyan grading system', 'letter', 'Kenya', true, true),
            ('0dc12321-00f4-8b29-a83d-4879edb9c4fb', 'Percentage System', '0-100 percentage grading', 'numeric', 'Kenya', false, true)
        on conflict do nothing;

        -- ('schema', 'grade', system/name)
        insert into grades (id, grade_system_id, name, min_score, max_score, remark) values
            ('8caf5584-2825-89ef-b497-2472ae7ceb84', '21a2cde5-f4f6-88eb-ba17-68e79cddec55', 'A', 80, 100, 'Excellent'),
            ('8e575640-ca75-8bc1-bae1-3106454ba6e4', '21a2cde5-f4f6-88eb-ba17-68e79cddec55', 'A-', 75, 79, 'Very Good'),
            ('09cfbd65-57bf-8d91-96aa-a65715fe3891', '21a2cde5-f4f6-88eb-ba17-68e79cddec55', 'B+', 70, 74, 'Good'),
            ('726f378c-43cc-8a11-b9d2-c2fc0c521f84', '21a2cde5-f4f6-88eb-ba17-68e79cddec55', 'B', 65, 69, 'Good'),
            ('34961899-1bcb-8f37-a5d1-73aa4ff0c7c3', '21a2cde5-f4f6-88eb-ba17-68e79cddec55', 'B-', 60, 64, 'Above Average'),
            ('6f23eb6c-0226-8f86-9b02-87ab44062898', '21a2cde5-f4f6-88eb-ba17-68e79cddec55', 'C+', 55, 59, 'Above Average'),
            ('433dfc44-5406-821d-9a96-48c7294c0b32', '21a2cde5-f4f6-88eb-ba17-68e79cddec55', 'C', 50, 54, 'Average'),
            ('f2da3a8d-d150-8044-b193-119749b730dd', '21a2cde5-f4f6-88eb-ba17-68e79cddec55', 'C-', 45, 49, 'Below Average'),
            ('403723fd-6722-82c0-af23-d13b673fba53', '21a2cde5-f4f6-88eb-ba17-68e79cddec55', 'D+', 40, 44, 'Below Average'),
            ('aab08193-f770-8b7b-904b-a0daf6b07ef1', '21a2cde5-f4f6-88eb-ba17-68e79cddec55', 'D', 35, 39, 'Poor'),
            ('97e0b687-f09e-8ff2-8ae5-71a875867a9a', '21a2cde5-f4f6-88eb-ba17-68e79cddec55', 'D-', 30, 34, 'Poor'),
            ('f64c3704-d74b-8b60-9694-797c61eaffd7', '21a2cde5-f4f6-88eb-ba17-68e79cddec55', 'E', 0, 29, 'Fail'),
            ('5ddc8e58-8f22-8840-b2fc-b755072ece41', '0dc12321-00f4-8b29-a83d-4879edb9c4fb', '90-100', 90, 100, 'Excellent'),
            ('8c0d1653-ef42-8185-bd76-a291fa535a5b', '0dc12321-00f4-8b29-a83d-4879edb9c4fb', '80-89', 80, 89, 'Very Good'),
            ('ded47284-054e-81f6-bd18-4872b73169e6', '0dc12321-00f4-8b29-a83d-4879edb9c4fb', '70-79', 70, 79, 'Good'),
            ('b55dbd8a-b9bc-8a00-b354-f59c7b707ef9', '0dc12321-00f4-8b29-a83d-4879edb9c4fb', '60-69', 60, 69, 'Above Average'),
            ('0f135367-7a05-86a7-bfeb-26d8f2bf41e6', '0dc12321-00f4-8b29-a83d-4879edb9c4fb', '50-59', 50, 59, 'Average'),
            ('64edabce-e128-82cf-9904-afcfc9e89720', '0dc12321-00f4-8b29-a83d-4879edb9c4fb', '40-49', 40, 49, 'Below Average'),
            ('e2b33f51-face-8fd3-bf5b-0a2c41a9023c', '0dc12321-00f4-8b29-a83d-4879edb9c4fb', '0-39', 0, 39, 'Fail')
        on conflict do nothing;

        -- ('schema', 'curriculum', name)
        insert into curriculums (id, name, alias, country, grade_system_id) values
            ('51530f75-0861-8146-bba6-da52c39e9ba5', 'kenya_8_4_4', 'Kenya 8-4-4 System', 'Kenya', '21a2cde5-f4f6-88eb-ba17-68e79cddec55'),
            ('d2deb3e3-600a-8f7b-9e95-d58100311e5b', 'british_curriculum', 'British Curriculum', 'Kenya', '21a2cde5-f4f6-88eb-ba17-68e79cddec55'),
            ('08ea943e-5b67-847b-9239-7bbfe27ba92d', 'american_curriculum', 'American Curriculum', 'Kenya', '21a2cde5-f4f6-88eb-ba17-68e79cddec55')
        on conflict do nothing;
        """;

    const string ClassRows = """
        -- ('schema', 'class_level', curriculum/name)
        insert into class_levels (id, curriculum_id, name, min_age, max_age) values
            ('805597db-5cb4-88c4-88d7-36906d54f2bb', '51530f75-0861-8146-bba6-da52c39e9ba5', 'PRE PRIMARY', 5, 7),
            ('c6c21d30-8b45-800b-b8b6-e0c634d3dcf3', '51530f75-0861-8146-bba6-da52c39e9ba5', 'PRIMARY', 6, 14),
            ('0d2ad34f-b520-813e-ad87-6824162c35d4', '51530f75-0861-8146-bba6-da52c39e9ba5', 'JUNIOR SECONDARY', 14, 16),
            ('290f4ce0-e198-8e58-a96b-b053d72c1502', '51530f75-0861-8146-bba6-da52c39e9ba5', 'SENIOR SECONDARY', 16, 18),
            ('7ebcc0ff-b980-8ca8-b8cf-4777c4800bbd', '51530f75-0861-8146-bba6-da52c39e9ba5', 'NURSERY', 3, 5)
        on conflict do nothing;

        -- ('schema', 'class', curriculum/name)
        insert into classes (id, curriculum_id, level_id, name, "order") values
            ('35fda4de-893b-85b0-93d3-c4262473a8f4', '51530f75-0861-8146-bba6-da52c39e9ba5', 'c6c21d30-8b45-800b-b8b6-e0c634d3dcf3', 'Class 1', 1),
            ('2b613ecb-d4af-8c69-bd74-ec3b88c08e4f', '51530f75-0861-8146-bba6-da52c39e9ba5', 'c6c21d30-8b45-800b-b8b6-e0c634d3dcf3', 'Class 2', 2),
            ('ce7239b9-4dba-88e2-ae30-7359f640790a', '51530f75-0861-8146-bba6-da52c39e9ba5', 'c6c21d30-8b45-800b-b8b6-e0c634d3dcf3', 'Class 3', 3),
            ('2b380267-464f-8599-9b18-864f27bdb815', '51530f75-0861-8146-bba6-da52c39e9ba5', 'c6c21d30-8b45-800b-b8b6-e0c634d3dcf3', 'Class 4', 4),
            ('ebe52fe7-b84c-8024-8f97-d8e3025acdfc', '51530f75-0861-8146-bba6-da52c39e9ba5', 'c6c21d30-8b45-800b-b8b6-e0c634d3dcf3', 'Class 5', 5),
            ('51414d7f-276f-80ad-9820-71b172dd1154', '51530f75-0861-8146-bba6-da52c39e9ba5', 'c6c21d30-8b45-800b-b8b6-e0c634d3dcf3', 'Class 6', 6),
            ('e14da3e4-b001-84f3-a6db-f2d4fbe475d1', '51530f75-0861-8146-bba6-da52c39e9ba5', 'c6c21d30-8b45-800b-b8b6-e0c634d3dcf3', 'Class 7', 7),
            ('499f0471-22e2-89c8-ab4d-b3a51ac09edc', '51530f75-0861-8146-bba6-da52c39e9ba5', 'c6c21d30-8b45-800b-b8b6-e0c634d3dcf3', 'Class 8', 8),
            ('01d3be0f-bfec-88b7-a159-a6fdd1ee507b', '51530f75-0861-8146-bba6-da52c39e9ba5', '0d2ad34f-b520-813e-ad87-6824162c35d4', 'Grade 7', 9),
            ('27951bf2-bb31-8869-919c-8d2cfbcc792a', '51530f75-0861-8146-bba6-da52c39e9ba5', '0d2ad34f-b520-813e-ad87-6824162c35d4', 'Grade 8', 10),
            ('1bdff93a-6b12-886b-b8eb-7bdbaeea6eab', '51530f75-0861-8146-bba6-da52c39e9ba5', '0d2ad34f-b520-813e-ad87-6824162c35d4', 'Grade 9', 11),
            ('26668478-0468-826e-b482-5b0a4f53a503', '51530f75-0861-8146-bba6-da52c39e9ba5', '290f4ce0-e198-8e58-a96b-b053d72c1502', 'Grade 10', 12),
            ('f6b97be6-9316-898a-8d73-13b6eef7b7c3', '51530f75-0861-8146-bba6-da52c39e9ba5', '290f4ce0-e198-8e58-a96b-b053d72c1502', 'Grade 11', 13),
            ('c00606e2-2337-8167-9184-e2800904460d', '51530f75-0861-8146-bba6-da52c39e9ba5', '290f4ce0-e198-8e58-a96b-b053d72c1502', 'Grade 12', 14)
        on conflict do nothing;

        -- ('schema', 'subject_category', name)
        insert into subject_categories (id, name) values
            ('4c6143d1-2302-8320-8fa1-3ff48a678631', 'Core'),
            ('b7cdb55b-2767-8294-9797-47fe63c25af4', 'Secondary'),
            ('41058ed4-3733-8f69-9e61-6d7940443176', 'Creative'),
            ('acc6df5f-008f-8992-b502-6027fce67ef2', 'Languages')
        on conflict do nothing;

        -- ('schema', 'subject', curriculum/name)
        insert into subjects (id, curriculum_id, category_id, name) values
            ('6b266f85-0719-8020-9ffd-a4525e43bf68', '51530f75-0861-8146-bba6-da52c39e9ba5', '4c6143d1-2302-8320-8fa1-3ff48a678631', 'Mathematics'),
            ('7d925999-cfc4-82be-ae79-dbeafc12c393', '51530f75-0861-8146-bba6-da52c39e9ba5', '4c6143d1-2302-8320-8fa1-3ff48a678631', 'English'),
            ('17abf93b-6f93-8f49-96c7-8a41c4a9f148', '51530f75-0861-8146-bba6-da52c39e9ba5', '4c6143d1-2302-8320-8fa1-3ff48a678631', 'Kiswahili'),
            ('f40a785d-c952-8d39-a853-5950903ff71b', '51530f75-0861-8146-bba6-da52c39e9ba5', '4c6143d1-2302-8320-8fa1-3ff48a678631', 'Science'),
            ('39eea23e-9f09-8cd7-ad4d-bf2b0b8644f7', '51530f75-0861-8146-bba6-da52c39e9ba5', '4c6143d1-2302-8320-8fa1-3ff48a678631', 'Social Studies'),
            ('4f3212c8-6227-839e-83d9-75443b886e8d', '51530f75-0861-8146-bba6-da52c39e9ba5', 'b7cdb55b-2767-8294-9797-47fe63c25af4', 'Physics'),
            ('911fc0d6-3f27-88db-b5b3-d35bf7034367', '51530f75-0861-8146-bba6-da52c39e9ba5', 'b7cdb55b-2767-8294-9797-47fe63c25af4', 'Chemistry'),
            ('303bb488-78cc-8fbd-9254-5ec88fb6e3f5', '51530f75-0861-8146-bba6-da52c39e9ba5', 'b7cdb55b-2767-8294-9797-47fe63c25af4', 'Biology'),
            ('aa914af9-6285-88f1-909a-a7bd3a23981e', '51530f75-0861-8146-bba6-da52c39e9ba5', 'b7cdb55b-2767-8294-9797-47fe63c25af4', 'History'),
            ('6d5cf285-cfda-857f-88d2-a4565c902975', '51530f75-0861-8146-bba6-da52c39e9ba5', 'b7cdb55b-2767-8294-9797-47fe63c25af4', 'Geography'),
            ('1903dff8-cfc7-8e1b-99d1-6c1f536833bc', '51530f75-0861-8146-bba6-da52c39e9ba5', 'b7cdb55b-2767-8294-9797-47fe63c25af4', 'Computer Studies'),
            ('f779e9bb-ddc8-8521-84dc-730f3566fdde', '51530f75-0861-8146-bba6-da52c39e9ba5', '41058ed4-3733-8f69-9e61-6d7940443176', 'Art and Craft'),
            ('597971c4-4dce-8017-9d0d-4be07e2e5eac', '51530f75-0861-8146-bba6-da52c39e9ba5', '41058ed4-3733-8f69-9e61-6d7940443176', 'Music'),
            ('678d1916-83a1-8c51-8310-ce2932ebff8a', '51530f75-0861-8146-bba6-da52c39e9ba5', '41058ed4-3733-8f69-9e61-6d7940443176', 'Physical Education'),
            ('4ae553d1-17b1-8ea8-82ba-6317b85282d6', '51530f75-0861-8146-bba6-da52c39e9ba5', 'acc6df5f-008f-8992-b502-6027fce67ef2', 'French'),
            ('c3fab6c1-0ca2-8551-87d0-80b59c54b1d8', '51530f75-0861-8146-bba6-da52c39e9ba5', 'acc6df5f-008f-8992-b502-6027fce67ef2', 'German'),
            ('ce5fc91b-9fea-8441-b378-b45e025d82c9', '51530f75-0861-8146-bba6-da52c39e9ba5', 'acc6df5f-008f-8992-b502-6027fce67ef2', 'Arabic')
        on conflict do nothing;
        """;
}

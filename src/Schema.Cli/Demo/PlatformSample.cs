namespace Schema.Cli;

/// <summary>A small platform as MariaDB had it: names where ids belong, line breaks, bytes, a zero date. The same rows each time.</summary>
static class PlatformSample
{
    public const string Source =
        """
        set sql_mode = '';
        create table contributor (id char(36) primary key, nameID varchar(36) not null, createdDate datetime(6) not null, active tinyint(1) not null);
        create table interaction (id int primary key, contributorID char(36) not null, endedAt datetime null);
        create table memo (id int primary key, contributorID char(36) null, body text not null, content mediumblob null);
        create table `query-result-cache` (id int);
        insert into contributor
          select concat(left(md5(seq), 8), '-', substr(md5(seq), 9, 4), '-', substr(md5(seq), 13, 4), '-', substr(md5(seq), 17, 4), '-', right(md5(seq), 12)),
                 concat('contributor-', seq), '2025-01-01' + interval seq hour + interval seq microsecond, seq % 3 > 0
          from seq_1_to_40;
        insert into interaction
          select seq, if(seq % 20, (select id from contributor where nameID = concat('contributor-', 1 + seq % 40)), 'contributor-7'),
                 if(seq % 50, '2025-06-01' + interval seq minute, '0000-00-00')
          from seq_1_to_200;
        insert into memo
          select seq, if(seq % 10, (select id from contributor where nameID = concat('contributor-', 1 + seq % 40)), ''),
                 concat('First line of memo ', seq, char(10), 'and its second'), unhex(md5(seq))
          from seq_1_to_120;
        """;

    public const string Target =
        """
        create table contributor (id uuid primary key, "nameID" varchar(36) not null unique, "createdDate" timestamp not null, active boolean not null);
        create table interaction (id integer primary key, "contributorID" uuid not null references contributor, "endedAt" timestamp);
        create table memo (id integer primary key, "contributorID" uuid references contributor, body text not null, content bytea);
        """;

    /// <summary>Some interactions hold a name where an id belongs.</summary>
    public const string Repair = "interaction.contributorID:lookup(contributor.nameID→id)";
}

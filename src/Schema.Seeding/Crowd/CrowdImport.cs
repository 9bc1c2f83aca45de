using Schema.Import;

namespace Schema.Seeding;

/// <summary>People with everything that belongs to them, made while they are written: none is kept in memory.</summary>
sealed class CrowdImport(Crowd crowd, IReadOnlyList<string> tickers, int firstTicket) : DataImport
{
    public override string Name => "seed";

    public override void Define(ImportPlan plan)
    {
        Copy(plan, "users", People.Select(UserRow.Of), perPerson: 1);
        Copy(plan, "user_profiles", People.Select(ProfileRow.Of), perPerson: 1);
        Copy(plan, "user_notification_channels", People.SelectMany(ChannelRow.Of), perPerson: 1.42);
        Copy(plan, "user_ticker_follows", People.SelectMany(person => FollowRow.Of(person, tickers)), perPerson: 2.49);
        Copy(plan, "user_roles", People.Select(RoleRow.Of), perPerson: 1);
        Copy(plan, "tickets", Tickets().SelectMany(asked => TicketRow.Of(asked.Person, asked.FirstTicket)), perPerson: 0.48);
        Copy(plan, "queue_members", Tickets().Where(asked => MemberRow.IsMember(asked.Person)).Select(asked => MemberRow.Of(asked.Person, asked.FirstTicket)), perPerson: 0.4);
    }

    IEnumerable<CrowdPerson> People => crowd.People;

    IEnumerable<(CrowdPerson Person, int FirstTicket)> Tickets()
    {
        var next = firstTicket;
        foreach (var person in People)
        {
            yield return (person, next);
            next = checked(next + TicketRow.Count(person));
        }
    }

    void Copy<TRow>(ImportPlan plan, string table, IEnumerable<TRow> rows, double perPerson) =>
        plan.Read(Source.Rows(rows, (long)(crowd.Count * perPerson))).Map<TRow>(static row => row).CopyTo(table);
}

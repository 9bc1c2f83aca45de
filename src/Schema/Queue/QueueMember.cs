namespace Schema;

/// <summary>A person in the help queue: where to find them, and how their help was rated.</summary>
public sealed class QueueMember
{
    public Guid UserId { get; set; }

    public string Location { get; set; } = "in person";

    public string ZoomLink { get; set; } = "";

    public string Discord { get; set; } = "";

    public int ResolvedTickets { get; set; }

    public decimal?[] Ratings { get; set; } = [];

    public string?[] Reviews { get; set; } = [];

    public int? CurrentTicketId { get; set; }

    public User? User { get; set; }

    public Ticket? CurrentTicket { get; set; }
}

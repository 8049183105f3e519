namespace GitOpsTasks.Parts;

/// <summary>What a <see cref="FaultProxy"/> does to a connection.</summary>
/// <param name="Kind">The sort of fault.</param>
/// <param name="After">How many bytes pass before it; of requests, or of answers where the fault is in them.</param>
/// <param name="Status">The HTTP status of a <see cref="FaultKind.Answer"/>.</param>
public sealed record Fault(FaultKind Kind, int After = 0, int Status = 0)
{
    /// <summary>Nothing goes wrong.</summary>
    public static Fault None { get; } = new(FaultKind.None);

    /// <summary>The connection breaks after that many bytes of the requests.</summary>
    public static Fault CutRequest(int after) => new(FaultKind.CutRequest, after);

    /// <summary>The server gets the requests whole, but the connection breaks after that many bytes of the answers.</summary>
    public static Fault CutAnswer(int after) => new(FaultKind.CutAnswer, after);

    /// <summary>The server gets the requests whole, but nothing comes back after that many bytes of the answers, for ever.</summary>
    public static Fault Silence(int after) => new(FaultKind.Silence, after);

    /// <summary>Every request is answered with a status, and does not reach the server.</summary>
    public static Fault Answer(int status) => new(FaultKind.Answer, Status: status);
}

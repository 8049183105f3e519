namespace GitOpsTasks.Trees;

/// <summary>A commit of a branch's history. All texts are others': nothing in them is to be believed.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Time">When it was committed.</param>
/// <param name="Message">The whole message.</param>
public sealed record HistoryCommit(string Id, CommitIdentity Author, DateTimeOffset Time, string Message)
{
    /// <summary>Whether it has more than one parent.</summary>
    public bool IsMerge { get; init; }

    /// <summary>The files it changed, where that was asked for.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>The first line of the message.</summary>
    public string Subject => Message.Split('\n', 2)[0].TrimEnd();

    /// <summary>The value of a trailer line, such as <c>Gitops-Task</c>; null where the message has none.</summary>
    public string? Trailer(string key) => Message.Split('\n')
        .LastOrDefault(line => line.StartsWith(key + ": ", StringComparison.OrdinalIgnoreCase))?[(key.Length + 2)..].Trim();
}

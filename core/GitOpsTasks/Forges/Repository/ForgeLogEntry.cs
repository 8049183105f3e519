using GitOpsTasks.Trees;

namespace GitOpsTasks.Forges.Repository;

/// <summary>A commit with what people wrote of it.</summary>
/// <param name="Commit">The commit.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Time">When it was committed.</param>
/// <param name="Message">The whole message.</param>
internal sealed record ForgeLogEntry(ForgeCommit Commit, CommitIdentity Author, DateTimeOffset Time, string Message)
{
    /// <summary>Whether it has more than one parent.</summary>
    public bool IsMerge => Commit.Parents.Count > 1;

    /// <summary>As history tells it.</summary>
    /// <param name="files">The files it changed, where that was asked for.</param>
    public HistoryCommit ToHistory(IReadOnlyList<string> files) => new(Commit.Id, Author, Time, Message) { IsMerge = IsMerge, Files = files };
}

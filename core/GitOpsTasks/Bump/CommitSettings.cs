using GitOpsTasks.Contracts;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Bump;

/// <summary>How a bump's commit looks, and how long its push is tried.</summary>
public sealed record CommitSettings
{
    /// <summary>What applies where nothing is said.</summary>
    public static CommitSettings Default { get; } = new();

    /// <summary>The message; a default where null.</summary>
    public MessageTemplate? Message { get; init; }

    /// <summary>Further trailers, in their order.</summary>
    public IReadOnlyList<CommitTrailer> Trailers { get; init; } = [];

    /// <summary>The author; whom git names where null.</summary>
    public CommitIdentity? Author { get; init; }

    /// <summary>The committer; whom git names where null.</summary>
    public CommitIdentity? Committer { get; init; }

    /// <summary>Whether it is marked so that it starts no pipeline.</summary>
    public SkipCi SkipCi { get; init; }

    /// <summary>How long the push is tried.</summary>
    public RetryLimits Retry { get; init; } = RetryLimits.Default;

    /// <summary>Reads and checks the settings.</summary>
    /// <exception cref="TaskFailedException">An input is malformed.</exception>
    public static CommitSettings From(InputValues values)
    {
        var retries = values.Get(CommitInputs.Retries);
        return new CommitSettings
        {
            Message = values.Get(CommitInputs.Message),
            Trailers = values.Get(CommitInputs.Trailer),
            Author = values.Get(CommitInputs.Author),
            Committer = values.Get(CommitInputs.Committer),
            SkipCi = values.Get(CommitInputs.SkipCi),
            Retry = retries >= 0
                ? new RetryLimits(retries, values.Get(CommitInputs.RetryFor))
                : throw TaskFailedException.Usage(UsageCodes.InputInvalid, $"'{retries}' is not a value for the input 'retries'.", "Write 0 or more."),
        };
    }
}

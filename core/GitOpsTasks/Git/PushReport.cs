using GitOpsTasks.Processes;

namespace GitOpsTasks.Git;

/// <summary>What <c>git push --porcelain</c> says of the one ref that was pushed; see git-push, "Output".</summary>
internal sealed record PushReport
{
    private static readonly string[] s_passing =
    [
        "cannot lock ref", "failed to update ref", "incorrect old value", "reference already exists",
        "internal server error", "timed out", "timeout", "unpacker error", "temporarily",
    ];

    /// <summary>Whether git saw before it sent anything that the ref is not where it is expected.</summary>
    public bool WasNotSent { get; private init; }

    /// <summary>Why the server did not move the ref; null where it gave no answer.</summary>
    public string? Reason { get; private init; }

    /// <summary>Whether it is known that this push did not and will not move the ref.</summary>
    public bool IsAnswered => WasNotSent || Reason is not null;

    /// <summary>
    /// Whether the reason is one that passes: the ref is locked by another push, or the server has a fault. There is no status
    /// for it but the server's words; where they are others, the push counts as refused for good.
    /// </summary>
    public bool Passes => Reason is { } reason && s_passing.Any(text => reason.Contains(text, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether refs/heads/a cannot be a file and the folder of refs/heads/a/b: no attempt will ever do.</summary>
    public bool NamesCollide { get; private init; }

    /// <summary>Reads it.</summary>
    public static PushReport Of(ProcessResult result)
    {
        // "!\t<from>:<to>\t[remote rejected] (<reason>)"
        var refused = result.Text.Split('\n').FirstOrDefault(line => line.StartsWith('!'))?.Split('\t') is [_, _, var summary, ..] ? summary : "";
        var remote = refused.StartsWith("[remote rejected]", StringComparison.Ordinal);
        return new PushReport
        {
            WasNotSent = refused.StartsWith("[rejected]", StringComparison.Ordinal),
            Reason = remote ? refused["[remote rejected]".Length..].Trim(' ', '(', ')', '\r') : null,
            NamesCollide = remote && result.Error.Contains("; cannot create", StringComparison.Ordinal),
        };
    }
}

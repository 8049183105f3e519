namespace GitOpsTasks.Contracts;

/// <summary>The exit codes of the <c>gitops</c> command; every host derives its own verdict from them.</summary>
public enum ExitCode
{
    /// <summary>Done, also where there was nothing to do.</summary>
    Done = 0,

    /// <summary>Findings, or a change that was refused because it would do more than asked.</summary>
    Findings = 1,

    /// <summary>Bad usage or configuration.</summary>
    Usage = 2,

    /// <summary>An outside system failed, after retries.</summary>
    External = 3,

    /// <summary>Permanently refused: authentication, protected branch.</summary>
    Refused = 4,

    /// <summary>Cancelled by the user or the CI system.</summary>
    Cancelled = 130,
}

namespace GitOpsTasks.Cli;

/// <summary>How much is said besides the result.</summary>
internal enum Verbosity
{
    /// <summary>Errors and warnings.</summary>
    Quiet,

    /// <summary>Notes and the steps taken, too.</summary>
    Normal,

    /// <summary>Every report of progress, and where a bug was met.</summary>
    Detailed,
}

namespace GitOpsTasks.Wait;

/// <summary>Codes of diagnostics of wait.</summary>
public static class WaitCodes
{
    /// <summary>A status or check that was waited for failed.</summary>
    public const string CheckFailed = "GOT7211";

    /// <summary>A status or check that was waited for did not come to an end in time.</summary>
    public const string TimedOut = "GOT7212";
}

namespace GitOpsTasks.MSBuild;

/// <summary>Codes of diagnostics of the MSBuild tasks themselves.</summary>
internal static class HostCodes
{
    /// <summary>The task did not succeed, though nothing it found is an error by itself: warnings in strict mode.</summary>
    public const string NotDone = "GOT1040";
}

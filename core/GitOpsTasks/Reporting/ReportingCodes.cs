namespace GitOpsTasks.Reporting;

/// <summary>Codes of diagnostics about handing results on.</summary>
public static class ReportingCodes
{
    /// <summary>An output has a name or value that the CI system's output file cannot carry safely.</summary>
    public const string OutputRefused = "GOT1030";

    /// <summary>The CI system's output file could not be written.</summary>
    public const string OutputNotWritten = "GOT1031";
}

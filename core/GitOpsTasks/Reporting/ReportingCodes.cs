namespace GitOpsTasks.Reporting;

/// <summary>Codes of diagnostics about handing results on.</summary>
public static class ReportingCodes
{
    /// <summary>An output has a name or value that the CI system cannot carry safely.</summary>
    public const string OutputRefused = "GOT1030";

    /// <summary>A file that the CI system takes outputs or the summary from could not be written.</summary>
    public const string OutputNotWritten = "GOT1031";
}

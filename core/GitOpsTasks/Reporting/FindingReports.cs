namespace GitOpsTasks.Reporting;

/// <summary>Reports on files that were checked, in every format.</summary>
public static class FindingReports
{
    /// <summary>The report in a format, whole.</summary>
    public static string Render(DiagnosticFormat format, FindingReport report)
    {
        if (format == DiagnosticFormat.Sarif)
            return SarifLog.Render(report);
        if (format == DiagnosticFormat.Junit)
            return LogText.Neutralise(JUnitXml.Render(report), report.System);
        using var text = new StringWriter();
        DiagnosticWriters.For(format, report.System)(report.Findings, text);
        return text.ToString();
    }
}

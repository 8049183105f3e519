using System.Text;
using System.Xml;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Reporting;

/// <summary>Findings as JUnit's XML: a suite for each file; a clean file is a case that passes.</summary>
public static class JUnitXml
{
    private static readonly XmlWriterSettings s_settings = new()
    {
        Indent = true,
        NewLineChars = "\n",
        OmitXmlDeclaration = true,
        NewLineHandling = NewLineHandling.Entitize,
    };

    /// <summary>The document. What fails the task is a failure; other findings pass, with their text as output.</summary>
    public static string Render(FindingReport report)
    {
        var byFile = report.Findings.ToLookup(finding => finding.Place?.File ?? "", StringComparer.Ordinal);
        var files = report.Files.Concat(byFile.Select(file => file.Key)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        using (var writer = XmlWriter.Create(text, s_settings))
        {
            writer.WriteStartElement("testsuites");
            writer.WriteAttributeString("name", "gitops lint");
            WriteCounts(writer, files.Sum(file => Math.Max(1, byFile[file].Count())), report.Findings.Count(finding => Fails(finding, report)));
            foreach (var file in files)
                WriteSuite(writer, file, [.. byFile[file]], report);
            writer.WriteEndElement();
        }

        return text.Append('\n').ToString();
    }

    private static void WriteSuite(XmlWriter writer, string file, IReadOnlyList<Diagnostic> findings, FindingReport report)
    {
        var name = file.Length == 0 ? "." : Legal(file);
        writer.WriteStartElement("testsuite");
        writer.WriteAttributeString("name", name);
        WriteCounts(writer, Math.Max(1, findings.Count), findings.Count(finding => Fails(finding, report)));
        if (findings.Count == 0)
            WriteCase(writer, "gitops-lint", name, null, report);
        foreach (var finding in findings)
            WriteCase(writer, finding.Rule ?? finding.Code, Legal($"{finding.Place?.ToString() ?? name} {finding.Message}"), finding, report);
        writer.WriteEndElement();
    }

    private static void WriteCase(XmlWriter writer, string className, string name, Diagnostic? finding, FindingReport report)
    {
        writer.WriteStartElement("testcase");
        writer.WriteAttributeString("classname", Legal(className));
        writer.WriteAttributeString("name", name);
        writer.WriteAttributeString("time", "0");
        if (finding is not null && Fails(finding, report))
        {
            writer.WriteStartElement("failure");
            writer.WriteAttributeString("message", Legal(finding.Message));
            writer.WriteAttributeString("type", finding.Severity.Name());
            writer.WriteString(Legal(DiagnosticText.Render(finding)));
            writer.WriteEndElement();
        }
        else if (finding is not null)
        {
            writer.WriteElementString("system-out", Legal(DiagnosticText.Render(finding)));
        }

        writer.WriteEndElement();
    }

    private static void WriteCounts(XmlWriter writer, int tests, int failures)
    {
        writer.WriteAttributeString("tests", XmlConvert.ToString(tests));
        writer.WriteAttributeString("failures", XmlConvert.ToString(failures));
    }

    private static bool Fails(Diagnostic finding, FindingReport report) =>
        finding.Severity == Severity.Error || (report.Strict && finding.Severity == Severity.Warning);

    // XML 1.0 has no way to write other control characters, nor half a surrogate pair.
    private static string Legal(string text)
    {
        var legal = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
                legal.Append(text[at]).Append(text[++at]);
            else
                legal.Append(XmlConvert.IsXmlChar(text[at]) ? text[at] : '�');
        }

        return legal.ToString();
    }
}

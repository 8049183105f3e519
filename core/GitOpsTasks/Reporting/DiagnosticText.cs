using System.Text;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Reporting;

/// <summary>Diagnostics for people and for tools that read compiler output.</summary>
public static class DiagnosticText
{
    private const string Indent = "    ";

    /// <summary>
    /// <c>file:line:column: severity CODE: message</c>; the advice, and further lines of the message, follow indented.
    /// </summary>
    public static string Render(Diagnostic diagnostic)
    {
        var text = new StringBuilder();
        if (diagnostic.Place is { } place)
            text.Append(place).Append(": ");
        text.Append(diagnostic.Severity.Name()).Append(' ').Append(diagnostic.Code).Append(": ");
        AppendIndented(text, diagnostic.Message);
        if (diagnostic.Advice is { } advice)
        {
            text.Append('\n').Append(Indent);
            AppendIndented(text, advice);
        }

        return text.ToString();
    }

    private static void AppendIndented(StringBuilder text, string lines) =>
        text.Append(lines.ReplaceLineEndings("\n" + Indent));
}

using System.Text;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Reporting;

/// <summary>Diagnostics for people and for tools that read compiler output.</summary>
public static class DiagnosticText
{
    private const string Indent = "    ";

    /// <summary>
    /// <c>file:line:column: severity CODE: message</c>; below it, indented, further lines of the message, the line of the file
    /// with its place marked where that is known, and the advice.
    /// </summary>
    /// <param name="diagnostic">What to show.</param>
    /// <param name="colors">Whether the text goes to a terminal that shows colours: escapes of others are then shown, not sent.</param>
    public static string Render(Diagnostic diagnostic, bool colors = false)
    {
        var paint = new TextPaint(colors);
        var text = new StringBuilder();
        if (diagnostic.Place is { } place)
            text.Append(paint.Bold(place.ToString())).Append(": ");
        text.Append(paint.Severity(diagnostic.Severity, $"{diagnostic.Severity.Name()} {diagnostic.Code}")).Append(": ");
        AppendIndented(text, paint.Plain(diagnostic.Message));
        if (SourceExcerpt.Of(diagnostic) is { } excerpt)
        {
            text.Append('\n').Append(Indent).Append(paint.Plain(excerpt.Text));
            text.Append('\n').Append(Indent).Append(' ', excerpt.Before).Append(paint.Severity(diagnostic.Severity, new string('^', excerpt.Marked)));
        }

        if (diagnostic.Advice is { } advice)
        {
            text.Append('\n').Append(Indent);
            AppendIndented(text, paint.Plain(advice));
        }

        return text.ToString();
    }

    private static void AppendIndented(StringBuilder text, string lines) =>
        text.Append(lines.ReplaceLineEndings("\n" + Indent));
}

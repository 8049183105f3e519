using System.Text;

namespace GitOpsTasks.Tests.Yaml.Conformance;

/// <summary>The one-line notation of events that yaml-test-suite uses: <c>+MAP {} &amp;a &lt;tag&gt;</c>, <c>=VAL :text</c>.</summary>
internal static class EventNotation
{
    public const string StreamStart = "+STR";
    public const string StreamEnd = "-STR";
    public const string MappingEnd = "-MAP";
    public const string SequenceEnd = "-SEQ";

    public static string DocumentStart(bool isExplicit) => isExplicit ? "+DOC ---" : "+DOC";

    public static string DocumentEnd(bool isExplicit) => isExplicit ? "-DOC ..." : "-DOC";

    public static string MappingStart(bool isFlow, string? anchor, string? tag) =>
        (isFlow ? "+MAP {}" : "+MAP") + Properties(anchor, tag);

    public static string SequenceStart(bool isFlow, string? anchor, string? tag) =>
        (isFlow ? "+SEQ []" : "+SEQ") + Properties(anchor, tag);

    public static string Alias(string name) => "=ALI *" + name;

    /// <param name="style">One of <c>: ' " | &gt;</c>.</param>
    public static string Scalar(string? anchor, string? tag, char style, string value) =>
        $"=VAL{Properties(anchor, tag)} {style}{Escape(value)}";

    private static string Properties(string? anchor, string? tag) =>
        (anchor is null ? "" : " &" + anchor) + (tag is null ? "" : $" <{tag}>");

    private static string Escape(string value)
    {
        var text = new StringBuilder(value.Length);
        foreach (var character in value)
        {
            _ = character switch
            {
                '\\' => text.Append("\\\\"),
                '\0' => text.Append("\\0"),
                '\b' => text.Append("\\b"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                _ => text.Append(character),
            };
        }

        return text.ToString();
    }
}

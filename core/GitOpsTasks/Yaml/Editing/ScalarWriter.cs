using System.Globalization;
using System.Text;

namespace GitOpsTasks.Yaml;

/// <summary>Writes one text as a scalar on one line.</summary>
internal static class ScalarWriter
{
    /// <summary>The text in the wanted style, or in the nearest one that holds it and reads back as a string.</summary>
    /// <param name="text">The text.</param>
    /// <param name="style">Plain, single-quoted or double-quoted.</param>
    /// <param name="inFlow">Whether it stands inside braces or brackets.</param>
    /// <param name="quotes">What a plain scalar becomes where it has to be quoted.</param>
    public static string Write(string text, YamlStyle style, bool inFlow, YamlStyle quotes = YamlStyle.DoubleQuoted)
    {
        if (style == YamlStyle.Plain)
        {
            if (PlainScalar.IsString(text) && PlainScalar.CanHold(text, inFlow))
                return text;
            style = quotes;
        }

        return style == YamlStyle.SingleQuoted && !text.Any(NeedsEscape)
            ? $"'{text.Replace("'", "''", StringComparison.Ordinal)}'"
            : DoubleQuoted(text);
    }

    /// <summary>Whether a character cannot stand as it is in a scalar on one line, or means a line end to readers of YAML 1.1.</summary>
    public static bool NeedsEscape(char c) =>
        char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF';

    private static string DoubleQuoted(string text)
    {
        var result = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => result.Append("\\\""),
                '\\' => result.Append("\\\\"),
                '\n' => result.Append("\\n"),
                '\r' => result.Append("\\r"),
                '\t' => result.Append("\\t"),
                _ when NeedsEscape(c) => result.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
                _ => result.Append(c),
            };
        }

        return result.Append('"').ToString();
    }
}

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

        return style == YamlStyle.SingleQuoted && !NeedsEscapes(text)
            ? $"'{text.Replace("'", "''", StringComparison.Ordinal)}'"
            : DoubleQuoted(text);
    }

    private static bool NeedsEscapes(string text) => text.Any(c => char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF');

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
                _ when NeedsEscapes(c.ToString()) => result.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
                _ => result.Append(c),
            };
        }

        return result.Append('"').ToString();
    }
}

using System.Globalization;
using System.Text;

namespace GitOpsTasks.Generate.Env;

/// <summary>Texts as Go's json.Marshal writes them, which no encoder of System.Text.Json does.</summary>
internal static class GoJson
{
    /// <summary>Adds a text in quotes.</summary>
    public static void Append(StringBuilder json, string text)
    {
        json.Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' or '\\' => json.Append('\\').Append(c),
                '\n' => json.Append("\\n"),
                '\r' => json.Append("\\r"),
                '\t' => json.Append("\\t"),
                '\b' => json.Append("\\b"),
                '\f' => json.Append("\\f"),
                '<' or '>' or '&' or '\u2028' or '\u2029' or < ' ' => json.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => json.Append(c),
            };
        }

        json.Append('"');
    }
}

using System.Text.RegularExpressions;

namespace GitOpsTasks.Yaml;

/// <summary>What a scalar without quotes means, to YAML 1.1 and 1.2 readers alike.</summary>
public static partial class PlainScalar
{
    private const string Indicators = "-?:,[]{}#&*!|>'\"%@`";

    /// <summary>Whether some YAML reader takes the text for null.</summary>
    public static bool IsNull(string text) => text is "" or "~" or "null" or "Null" or "NULL";

    /// <summary>
    /// Whether every YAML reader takes the text, without quotes, for a string: no number, boolean, null, date or merge key
    /// of YAML 1.1 (as go-yaml v2, which Kubernetes uses, and PyYAML resolve it) or of the 1.2 core schema.
    /// </summary>
    public static bool IsString(string text) =>
        !IsNull(text) && text is not ("=" or "<<") && !Boolean().IsMatch(text) && !Number().IsMatch(text.Replace("_", "", StringComparison.Ordinal))
        && !Sexagesimal().IsMatch(text) && !Date().IsMatch(text);

    /// <summary>Whether the text can be written without quotes and reads back the same.</summary>
    /// <param name="text">The text.</param>
    /// <param name="inFlow">Whether it stands inside braces or brackets.</param>
    public static bool CanHold(string text, bool inFlow)
    {
        if (text.Length == 0 || text[0] is ' ' || text[^1] is ' ' or ':' || text.StartsWith("---", StringComparison.Ordinal)
            || text.StartsWith("...", StringComparison.Ordinal))
            return false;
        if (Indicators.Contains(text[0]) && !(text[0] is '-' or '?' or ':' && text.Length > 1 && text[1] != ' ' && (!inFlow || text[0] == '-')))
            return false;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i]) || text[i] is '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF' || (inFlow && ",[]{}".Contains(text[i])))
                return false;
            if ((text[i] == ':' && (i + 1 == text.Length || text[i + 1] == ' ')) || (text[i] == '#' && text[i - 1] == ' '))
                return false;
        }

        return true;
    }

    [GeneratedRegex(@"\A(y|Y|yes|Yes|YES|n|N|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)\z")]
    private static partial Regex Boolean();

    [GeneratedRegex(
        @"\A([-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?0b[01]+|[-+]?0o[0-7]+|[-+]?0x[0-9a-fA-F]+|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))\z")]
    private static partial Regex Number();

    [GeneratedRegex(@"\A[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?\z")]
    private static partial Regex Sexagesimal();

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt \t].*)?\z")]
    private static partial Regex Date();
}

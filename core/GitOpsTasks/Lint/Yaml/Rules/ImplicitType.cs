using System.Text.RegularExpressions;

namespace GitOpsTasks.Lint.Yaml.Rules;

/// <summary>What a text without quotes is to readers of YAML 1.1 in Python, and to readers of 1.2's <c>0o</c>.</summary>
internal static partial class ImplicitType
{
    /// <summary>Whether it is a text.</summary>
    public static bool IsString(string value)
    {
        if (value.Length == 0)
            return false;
        return value[0] switch
        {
            '~' or '=' => value.Length > 1,
            '<' => value != "<<",
            'n' or 'N' or 'y' or 'Y' or 't' or 'T' or 'f' or 'F' or 'o' or 'O' => !Word().IsMatch(value),
            '+' or '-' or '.' or (>= '0' and <= '9') => !Integer().IsMatch(value) && !Float().IsMatch(value) && !Timestamp().IsMatch(value),
            _ => true,
        };
    }

    [GeneratedRegex(@"\A(null|Null|NULL|yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Word();

    [GeneratedRegex(@"\A([-+]?0b[0-1_]+|[-+]?0o?[0-7_]+|[-+]?(0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(:[0-5]?[0-9])+)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Integer();

    [GeneratedRegex(@"\A([-+]?[0-9][0-9_]*\.[0-9_]*([eE][-+][0-9]+)?|\.[0-9][0-9_]*([eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Float();

    [GeneratedRegex(@"\A([0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(\.[0-9]*)?([ \t]*(Z|[-+][0-9]{1,2}(:[0-9]{2})?))?)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Timestamp();
}

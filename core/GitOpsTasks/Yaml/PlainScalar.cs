namespace GitOpsTasks.Yaml;

/// <summary>What a scalar without quotes means, to YAML 1.1 and 1.2 readers alike.</summary>
public static class PlainScalar
{
    private const string Indicators = "-?:,[]{}#&*!|>'\"%@`";

    /// <summary>Whether some YAML reader takes the text for null.</summary>
    public static bool IsNull(string text) => text is "" or "~" or "null" or "Null" or "NULL";

    /// <summary>
    /// Whether every YAML reader takes the text, without quotes, for a string: no number, boolean, null, date or merge key
    /// of YAML 1.1 (as go-yaml v2, which Kubernetes uses, and PyYAML resolve it) or of the 1.2 core schema.
    /// </summary>
    public static bool IsString(string text) =>
        YamlScalarTypes.OfPlain(text, YamlSchema.Yaml11) == YamlScalarType.String
        && YamlScalarTypes.OfPlain(text, YamlSchema.Core) == YamlScalarType.String;

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
}

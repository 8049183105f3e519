using System.Globalization;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Regeneration;

/// <summary>Values as people are shown them: on one line, short, and never a secret.</summary>
internal static class ValueText
{
    private const int Longest = 80;

    /// <summary>A value; null where there is none.</summary>
    /// <param name="value">The value.</param>
    /// <param name="isSecret">Whether only that there is one may be shown.</param>
    public static string? Of(YamlValue? value, bool isSecret)
    {
        if (value is null)
            return null;
        if (isSecret)
            return "(secret)";
        if (value is RecordedHash)
            return "(a text not recorded)";
        var text = value.Scalar() ?? YamlWriter.Inline(Shown(value), YamlLayout.Default, inFlow: true);
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= Longest ? line : string.Create(CultureInfo.InvariantCulture, $"{line[..(Longest - 20)]}... ({text.Length} characters)");
    }

    private static YamlValue Shown(YamlValue value)
    {
        switch (value)
        {
            case RecordedHash:
                return "(a text not recorded)";
            case YamlList list:
                return new YamlList(list.Select(Shown));
            case YamlMap map:
                var shown = new YamlMap();
                foreach (var (key, inner) in map)
                    shown.Add(key, Shown(inner));
                return shown;
            default:
                return value;
        }
    }
}

namespace GitOpsTasks.Yaml;

/// <summary>A text, quoted where it would not read back as a string.</summary>
/// <param name="Text">Any text; several lines become a literal block.</param>
public sealed record YamlText(string Text) : YamlValue
{
    /// <summary>How it is written where it can be: plain, single-quoted or double-quoted.</summary>
    public YamlStyle Style { get; init; } = YamlStyle.Plain;
}

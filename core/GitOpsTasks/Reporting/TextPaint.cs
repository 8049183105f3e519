namespace GitOpsTasks.Reporting;

/// <summary>Colours of a terminal, or none.</summary>
/// <param name="colors">Whether there are any.</param>
internal readonly struct TextPaint(bool colors)
{
    /// <summary>A text as it is.</summary>
    public string Plain(string text) => colors ? LogText.WithoutEscapes(text) : text;

    /// <summary>A text that stands out.</summary>
    public string Bold(string text) => Paint("1", text);

    /// <summary>A text in the colour of a severity.</summary>
    public string Severity(Contracts.Severity severity, string text) => Paint(
        severity switch
        {
            Contracts.Severity.Error => "1;31",
            Contracts.Severity.Warning => "1;33",
            _ => "1;36",
        },
        text);

    private string Paint(string color, string text) => colors ? $"\x1b[{color}m{LogText.WithoutEscapes(text)}\x1b[0m" : text;
}

using System.Text.RegularExpressions;

namespace GitOpsTasks.Bump;

/// <summary>A commit message with placeholders in braces. Braces around anything but lower-case words stay as they are.</summary>
/// <param name="Text">The template: the subject, and whatever follows it.</param>
public sealed partial record MessageTemplate(string Text)
{
    /// <summary>The placeholders there are.</summary>
    public static IReadOnlyList<string> Placeholders { get; } =
        ["image", "version", "old", "new", "count", "files", "source-commit", "run-url"];

    /// <summary>Checks a template.</summary>
    /// <exception cref="FormatException">It has an unknown placeholder, or no subject; the message is advice.</exception>
    public static MessageTemplate Parse(string text)
    {
        if (text.AsSpan().Trim().IsEmpty)
            throw new FormatException("Write a subject.");
        foreach (Match match in Placeholder().Matches(text))
        {
            if (!Placeholders.Contains(match.Groups["name"].Value, StringComparer.Ordinal))
                throw new FormatException($"There is no {match.Value}; use {string.Join(", ", Placeholders.Select(name => $"{{{name}}}"))}.");
        }

        return new MessageTemplate(text.ReplaceLineEndings("\n").Trim());
    }

    /// <summary>The text with a value for each placeholder; values are put on one line.</summary>
    public string Render(Func<string, string?> valueOf) =>
        Placeholder().Replace(Text, match => MessageText.Of(valueOf(match.Groups["name"].Value)));

    [GeneratedRegex(@"\{(?<name>[a-z]+(-[a-z]+)*)\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Placeholder();
}

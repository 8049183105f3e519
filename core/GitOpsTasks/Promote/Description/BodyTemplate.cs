using System.Text.RegularExpressions;

namespace GitOpsTasks.Promote.Description;

/// <summary>The body of a pull request with placeholders in braces. Lines whose placeholders are all empty are left out.</summary>
/// <param name="Text">The template, in Markdown.</param>
public sealed partial record BodyTemplate(string Text)
{
    /// <summary>The placeholders there are.</summary>
    public static IReadOnlyList<string> Placeholders { get; } = ["app", "from", "to", "summary", "table", "compare", "commits", "gates", "diff"];

    /// <summary>What is used where no other is given.</summary>
    public static BodyTemplate Default { get; } = new(
        """
        {summary}

        {table}

        {compare}

        {gates}

        {commits}

        {diff}

        Merging it is all there is to do; the branch is kept up to date by `gitops promote`.
        """);

    /// <summary>Checks a template.</summary>
    /// <exception cref="FormatException">It has a placeholder that is not known; the message is advice.</exception>
    public static BodyTemplate Parse(string text)
    {
        foreach (Match match in Placeholder().Matches(text))
        {
            if (!Placeholders.Contains(match.Groups["name"].Value, StringComparer.Ordinal))
                throw new FormatException($"There is no {match.Value}; use {string.Join(", ", Placeholders.Select(name => $"{{{name}}}"))}.");
        }

        return new BodyTemplate(text.ReplaceLineEndings("\n").Trim());
    }

    /// <summary>The text with a value for each placeholder.</summary>
    public string Render(Func<string, string> valueOf)
    {
        var blocks = Text.ReplaceLineEndings("\n").Split('\n')
            .Select(line => (Line: line, Has: Placeholder().IsMatch(line), Filled: Placeholder().Replace(line, match => valueOf(match.Groups["name"].Value))))
            .Where(line => !line.Has || line.Filled.Trim().Length > 0);
        return ManyEmpty().Replace(string.Join('\n', blocks.Select(line => line.Filled)).Trim(), "\n\n");
    }

    [GeneratedRegex(@"\{(?<name>[a-z]+(-[a-z]+)*)\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Placeholder();

    // Never inside a diff: its lines are not empty but for the sign.
    [GeneratedRegex(@"\n{3,}", RegexOptions.CultureInvariant)]
    private static partial Regex ManyEmpty();
}

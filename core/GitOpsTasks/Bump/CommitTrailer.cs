using System.Text.RegularExpressions;

namespace GitOpsTasks.Bump;

/// <summary>A line <c>Key: value</c> at the end of a commit message; see git-interpret-trailers.</summary>
/// <param name="Key">Letters, digits and hyphens.</param>
/// <param name="Value">One line.</param>
public sealed partial record CommitTrailer(string Key, string Value)
{
    /// <summary>Reads <c>KEY=VALUE</c>.</summary>
    /// <exception cref="FormatException">It has another form; the message is advice.</exception>
    public static CommitTrailer Parse(string text) => Form().Match(text) is { Success: true } match
        ? new CommitTrailer(match.Groups["key"].Value, match.Groups["value"].Value.Trim())
        : throw new FormatException($"'{MessageText.Of(text)}' is no trailer: write KEY=VALUE on one line, the key of letters, digits and hyphens.");

    /// <inheritdoc />
    public override string ToString() => $"{Key}: {Value}";

    [GeneratedRegex(@"\A(?<key>[A-Za-z0-9][A-Za-z0-9-]*)\s*=(?<value>[^\p{Cc}\p{Zl}\p{Zp}]*[^\p{Cc}\p{Zl}\p{Zp}\s])\s*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}

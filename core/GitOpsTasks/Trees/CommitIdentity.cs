using System.Text.RegularExpressions;

namespace GitOpsTasks.Trees;

/// <summary>Who wrote or committed something, as git writes it: <c>Name &lt;mail&gt;</c>.</summary>
/// <param name="Name">The name; without angle brackets and control characters.</param>
/// <param name="Mail">The address; may be empty.</param>
public sealed partial record CommitIdentity(string Name, string Mail)
{
    /// <summary>Reads <c>Name &lt;mail&gt;</c>.</summary>
    /// <exception cref="FormatException">It has another form; the message is advice.</exception>
    public static CommitIdentity Parse(string text) => Form().Match(text.Trim()) is { Success: true } match
        ? new CommitIdentity(match.Groups["name"].Value.Trim(), match.Groups["mail"].Value.Trim())
        : throw new FormatException("Write 'Name <mail@example.com>'.");

    /// <inheritdoc />
    public override string ToString() => $"{Name} <{Mail}>";

    [GeneratedRegex(@"\A(?<name>[^<>\p{C}]*[^<>\p{C}\s])\s*<(?<mail>[^<>\p{C}\s]*)>\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}

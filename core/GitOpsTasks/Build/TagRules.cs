using System.Text.RegularExpressions;
using GitOpsTasks.Contracts;
using GitOpsTasks.Images;

namespace GitOpsTasks.Build;

/// <summary>
/// Rules that give an image its tags, in a part of docker/metadata-action's grammar: types semver, ref (branch, tag),
/// raw and sha, with pattern, value, event, format, prefix, suffix and enable. On purpose otherwise than there: no rule
/// sets <c>latest</c> by itself, unknown attributes are refused, and what is not a tag after sanitising is an error.
/// </summary>
public sealed partial class TagRules
{
    private readonly List<TagRule> _rules;

    private TagRules(List<TagRule> rules) => _rules = rules;

    /// <summary>Reads rules, one a line.</summary>
    /// <exception cref="TaskFailedException">GOT5003: one is not in the grammar.</exception>
    public static TagRules Parse(IEnumerable<string> lines) =>
        new([.. lines
            .Select(line => line.Trim())
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(TagRule.Parse)
            .OrderByDescending(rule => rule.Priority)]);

    /// <summary>The tags for a state of the sources; rules it says nothing for give none.</summary>
    /// <exception cref="TaskFailedException">GOT5004: a rule gives what is not a tag.</exception>
    public ResolvedTags Resolve(SourceRevision? revision)
    {
        var tags = new List<string>();
        var diagnostics = new List<Diagnostic>();
        foreach (var rule in _rules.Where(rule => rule.IsEnabled))
        {
            if (Value(rule, revision, diagnostics) is not { Length: > 0 } value)
                continue;
            var prefix = rule["prefix"] ?? (rule.Type == "sha" ? "sha-" : "");
            var tag = Sanitise(Fill(prefix, revision) + value + Fill(rule["suffix"] ?? "", revision));
            if (!ImageGrammar.IsTag(tag))
                throw NotATag(rule, tag);
            if (!tags.Contains(tag))
                tags.Add(tag);
        }

        return new ResolvedTags(tags, tags.FirstOrDefault(), diagnostics);
    }

    private static string? Value(TagRule rule, SourceRevision? revision, List<Diagnostic> diagnostics) => rule.Type switch
    {
        "raw" => Fill(rule.Required("value"), revision),
        "semver" => Semver(rule, revision, diagnostics),
        "ref" => rule.Required("event") switch
        {
            "branch" => revision?.Branch,
            "tag" => revision?.Tag,
            var other => throw TagRule.Invalid(rule.Text, $"has the unknown event '{other}'", "Write event=branch or event=tag."),
        },
        _ => rule["format"] switch
        {
            null or "short" => revision?.ShortCommit,
            "long" => revision?.Commit,
            var other => throw TagRule.Invalid(rule.Text, $"has the unknown format '{other}'", "Write format=short or format=long."),
        },
    };

    private static string? Semver(TagRule rule, SourceRevision? revision, List<Diagnostic> diagnostics)
    {
        var pattern = rule.Required("pattern");
        var text = rule["value"] is { } value ? Fill(value, revision) : revision?.Tag;
        if (string.IsNullOrEmpty(text))
            return null;
        if (TagVersion.TryParse(text) is { } version)
            return version.Fill(pattern);
        diagnostics.Add(Diagnostic.Warning(
            BuildCodes.NotAVersion,
            $"'{text}' is not a semantic version, so the tag rule '{rule.Text}' gives no tag.",
            "Write it as 1.2.3 or v1.2.3."));
        return null;
    }

    private static string Fill(string text, SourceRevision? revision) => text
        .Replace("{{branch}}", revision?.Branch ?? "", StringComparison.Ordinal)
        .Replace("{{tag}}", revision?.Tag ?? "", StringComparison.Ordinal)
        .Replace("{{sha}}", revision?.ShortCommit ?? "", StringComparison.Ordinal);

    private static string Sanitise(string text) => NotInTags().Replace(text, "-");

    private static TaskFailedException NotATag(TagRule rule, string tag) => TaskFailedException.Usage(
        BuildCodes.TagInvalid,
        $"The tag rule '{rule.Text}' gives '{tag}', which is not a tag.",
        "A tag has at most 128 letters, digits, '_', '.' and '-', and begins with none of the last two.");

    [GeneratedRegex("[^a-zA-Z0-9._-]+", RegexOptions.CultureInvariant)]
    private static partial Regex NotInTags();
}

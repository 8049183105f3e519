using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Fixing;

/// <summary>Compares what a file means before and after it was mended.</summary>
internal static class FixedTree
{
    /// <summary>The first difference, in words; null where there is none but quotes that were meant.</summary>
    /// <param name="before">The file as it was.</param>
    /// <param name="after">The mended file.</param>
    /// <param name="quoted">The indexes of scalars that have quotes now.</param>
    public static string? FindDifference(YamlFile before, YamlFile after, IReadOnlySet<int> quoted)
    {
        if (!after.IsValid || after.Diagnostics.Count != before.Diagnostics.Count)
            return "it would not be read as YAML";
        if (before.Documents.Count != after.Documents.Count || before.Nodes.Length != after.Nodes.Length)
            return "it would have other documents or nodes";
        foreach (var (old, mended) in before.AllNodes().Zip(after.AllNodes()))
        {
            if (!IsSame(old, mended, quoted.Contains(old.Index)))
                return $"what is in line {old.Place.Line} would read as something else";
        }

        return CommentsOf(before).SequenceEqual(CommentsOf(after), StringComparer.Ordinal) ? null : "a comment would be lost";
    }

    private static bool IsSame(YamlNode old, YamlNode mended, bool isQuoted) =>
        old.Kind == mended.Kind && old.Value == mended.Value && old.Anchor == mended.Anchor && old.Tag == mended.Tag
        && old.Parent?.Index == mended.Parent?.Index && old.NextIndex == mended.NextIndex
        && (isQuoted ? mended.Style == YamlStyle.DoubleQuoted : old.Style == mended.Style);

    private static IEnumerable<string> CommentsOf(YamlFile file) => file.Tokens.Where(token => token.Kind == YamlTokenKind.Comment)
        .Select(token => string.Concat(System.Text.Encoding.UTF8.GetString(file.Content.Span[token.Span.Start..token.Span.End]).Where(c => c is not (' ' or '\t'))));
}

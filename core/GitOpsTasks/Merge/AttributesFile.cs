using System.Text;
using GitOpsTasks.Contracts;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Merge;

/// <summary>The lines of <c>.gitattributes</c> that give files to the driver.</summary>
internal static class AttributesFile
{
    private static readonly TreePath s_path = TreePath.Parse(".gitattributes");

    private static readonly string[] s_patterns =
        ["kustomization.yaml", "kustomization.yml", "Kustomization", "values*.yaml", "values*.yml", ".argocd-source*.yaml"];

    /// <summary>Adds the lines that are missing at the end of the file; a pattern that has another driver keeps it.</summary>
    public static async ValueTask<ChangeSet> AddDriver(IConfigTree tree, Plan plan, CancellationToken cancellationToken)
    {
        var file = await tree.ReadAsync(s_path, cancellationToken);
        var content = file?.Content ?? default;
        var rules = Encoding.UTF8.GetString(content.Span).TrimStart('\uFEFF').Split(['\n', '\r'])
            .Select(line => line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words.Length > 1)
            .SelectMany(words => words.Skip(1).Where(IsMerge).Select(attribute => (Pattern: words[0], Attribute: attribute)))
            .ToLookup(rule => rule.Pattern, rule => rule.Attribute, StringComparer.Ordinal);
        var missing = s_patterns.Where(pattern => !rules.Contains(pattern)).Select(pattern => $"{pattern} merge=gitops").ToList();
        var others = s_patterns.Where(pattern => rules.Contains(pattern) && rules[pattern].Last() != "merge=gitops");
        var lineEnd = content.Span.IndexOf("\r\n"u8) >= 0 ? "\r\n" : "\n";
        var added = Encoding.UTF8.GetBytes(
            (LastLineEnd.IsIn(content.Span) ? "" : lineEnd) + string.Concat(missing.Select(line => line + lineEnd)));
        return new ChangeSet
        {
            Files = missing.Count == 0 ? [] : [new FileChange(s_path, (byte[])[.. content.Span, .. added], file?.Kind ?? TreeEntryKind.File)],
            Fields = [.. missing.Select(line => new FieldChange(new SourcePlace(s_path.Value), "merge", line.Split(' ')[0], null, line))],
            Diagnostics = [.. others.Select(Other)],
        };
    }

    private static bool IsMerge(string attribute) =>
        attribute is "merge" or "-merge" or "!merge" || attribute.StartsWith("merge=", StringComparison.Ordinal);

    private static Diagnostic Other(string pattern) => Diagnostic.Warning(
        MergeCodes.OtherDriver,
        $"'{pattern}' has another merge driver, which it keeps.",
        "Write 'merge=gitops' there to have its images merged.",
        new SourcePlace(s_path.Value));
}

using GitOpsTasks.Contracts;
using GitOpsTasks.Edits;
using GitOpsTasks.Lint.Schema;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Fixing;

/// <summary>
/// Quotes around texts that readers take for something else. In manifests and Helm values, where a boolean may be meant, only
/// what a schema wants to be a string is quoted; elsewhere what the rules about such words and numbers find.
/// </summary>
internal sealed class QuotesFix
{
    private readonly TreePath _path;
    private readonly FixText _text;
    private readonly Dictionary<int, YamlNode> _byStart = [];
    private readonly Dictionary<int, YamlNode> _byEnd = [];

    /// <summary>The scalars of a file.</summary>
    public QuotesFix(TreePath path, FixText text)
    {
        (_path, _text) = (path, text);
        foreach (var node in text.File.AllNodes().Where(node => node is { IsScalar: true, Style: YamlStyle.Plain, Tag: null } && node.Span.Length > 0))
            (_byStart[node.Span.Start], _byEnd[node.Span.End]) = (node, node);
    }

    /// <summary>Whether a schema wants a string where a finding is.</summary>
    public static bool IsWanted(Diagnostic finding) =>
        finding is { Code: SchemaCodes.WrongType, Advice: { } advice } && advice.StartsWith("Put it in quotes", StringComparison.Ordinal);

    /// <summary>The scalar to quote; null where quotes could change what its reader makes of it for the worse.</summary>
    public YamlNode? NodeOf(Diagnostic finding)
    {
        var offset = _text.OffsetOf(finding.Place!.Line, finding.Place.Column);
        var nodes = finding.Code == LintCodes.OctalValues ? _byEnd : _byStart;
        if (!nodes.TryGetValue(offset, out var node) || node.Value.AsSpan().ContainsAny("\"\\\r\n"))
            return null;
        if (IsWanted(finding))
            return node;
        return IsTyped(node) || IsTrigger(node) ? null : node;
    }

    /// <summary>The edits that quote a scalar.</summary>
    public static IEnumerable<ByteEdit> Quote(YamlNode node) =>
        [new(node.Span.Start, node.Span.Start, "\""), new(node.Span.End, node.Span.End, "\"")];

    private bool IsTyped(YamlNode node)
    {
        if (YamlFiles.IsYaml(_path) && (_path.Name.StartsWith("values", StringComparison.Ordinal) || _path.Name is "Chart.yaml" || _path.Name.StartsWith("kustomization.", StringComparison.Ordinal) || _path.Name == "Kustomization"))
            return true;
        var root = node;
        while (root.Parent is { } parent)
            root = parent;
        return root.Find("apiVersion") is not null || root.Find("kind") is not null;
    }

    // The "on:" of a workflow is a word to GitHub, which reads YAML 1.2.
    private bool IsTrigger(YamlNode node) => _path.IsIn(TreePath.Parse(".github/workflows")) && node.Value == "on" && node.Parent?.Parent is null;
}

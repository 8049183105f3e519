using GitOpsTasks.Yaml;

namespace GitOpsTasks.Status.Drift;

/// <summary>Compares the files of two environments, document by document.</summary>
/// <param name="from">The environment before.</param>
/// <param name="to">The one after it.</param>
/// <param name="ignored">Fields that may differ.</param>
internal sealed class FolderComparison(ComparedSide from, ComparedSide to, IgnoredFields ignored)
{
    private readonly DifferenceList _found = new();

    /// <summary>Whether there is more than is told.</summary>
    public bool IsCut => _found.IsFull;

    /// <summary>What differs, by file and in the order it stands.</summary>
    public IReadOnlyList<DriftDifference> Run()
    {
        foreach (var path in from.Files.Keys.Union(to.Files.Keys).Order(StringComparer.Ordinal))
        {
            var (left, right) = (from.Files.GetValueOrDefault(path), to.Files.GetValueOrDefault(path));
            if (left is not null && right is not null)
                Compare(left, right);
            else
                _found.Add(new DriftDifference("", File(left, from), File(right, to)));
        }

        return _found.Items;
    }

    private void Compare(YamlFile left, YamlFile right)
    {
        if (!left.IsValid || !right.IsValid)
            return;
        var rights = Keyed(right, to);
        var lefts = Keyed(left, from);
        foreach (var key in lefts.Keys.Union(rights.Keys))
        {
            var (one, other) = (lefts.TryGetValue(key, out var l) ? l : (YamlNode?)null, rights.TryGetValue(key, out var r) ? r : (YamlNode?)null);
            if (one is { } a && other is { } b)
                new NodeComparison(from, to, ignored, IsSecret(a) || IsSecret(b), _found).Compare(a, b);
            else
                _found.Add(new DriftDifference("/", Document(one, left), Document(other, right)));
        }
    }

    // Objects are found by kind and name wherever they stand in the file; other documents by their number.
    private static OrderedDictionary<string, YamlNode> Keyed(YamlFile file, ComparedSide side)
    {
        var keyed = new OrderedDictionary<string, YamlNode>(StringComparer.Ordinal);
        foreach (var root in file.Documents.Where(root => !root.IsNull))
        {
            var name = root.Text("kind") is { } kind && root["metadata"]?.Text("name") is { } text ? $"{kind}/{side.Neutral(text)}" : "";
            for (var number = 0; !keyed.TryAdd($"{name}#{number}", root); number++)
            {
            }
        }

        return keyed;
    }

    private static bool IsSecret(YamlNode root) => root.Text("kind") == "Secret";

    private static DriftSide File(YamlFile? file, ComparedSide side) =>
        file is null ? new DriftSide(side.Folder.Value, 0, 0, null) : new DriftSide(file.Path, 0, 0, "(file)");

    private static DriftSide Document(YamlNode? root, YamlFile file) => root is { } node
        ? new DriftSide(file.Path, node.Place.Line, node.Place.Column, $"({ShownLine.Of(node.Text("kind") ?? "document")})")
        : new DriftSide(file.Path, 0, 0, null);
}

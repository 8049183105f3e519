using GitOpsTasks.Images;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Merge;

/// <summary>The image fields of one version of a file, each under a path that is the same in every version.</summary>
/// <remarks>
/// Items of a list go by their <c>name</c>, images in a list of texts by theirs. Where items have none, or one twice, they go
/// by position and the list's length, so that they are only compared while the list is as long as it was.
/// </remarks>
internal sealed class ImageFieldSet
{
    private readonly Dictionary<string, Dictionary<string, ImageField>> _groups = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ambiguous = new(StringComparer.Ordinal);

    private ImageFieldSet(YamlFile file) => File = file;

    /// <summary>The file.</summary>
    public YamlFile File { get; }

    /// <summary>The groups, each with its fields by key.</summary>
    public IReadOnlyDictionary<string, Dictionary<string, ImageField>> Groups => _groups;

    /// <summary>The mappings and lists by path.</summary>
    public Dictionary<string, YamlNode> Collections { get; } = new(StringComparer.Ordinal);

    /// <summary>Every member of a collection by its path; the first of those that have the same.</summary>
    public Dictionary<string, Member> Paths { get; } = new(StringComparer.Ordinal);

    /// <summary>The members of mappings, and of lists whose items have names, in order.</summary>
    public Dictionary<string, List<FieldMember>> Members { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads a version.</summary>
    public static ImageFieldSet Of(YamlFile file)
    {
        var set = new ImageFieldSet(file);
        foreach (var (root, path) in file.Documents.Zip(PathsOf(file.Documents)))
            set.Walk(root, path);
        foreach (var group in set._ambiguous)
            set._groups.Remove(group);
        return set;
    }

    /// <summary>The fields of a group; none where the file does not have it.</summary>
    public IReadOnlyDictionary<string, ImageField> this[string group] => _groups.TryGetValue(group, out var fields) ? fields : [];

    /// <summary>Whether anything at or below a path is an image field.</summary>
    public bool HasFieldsBelow(string path) => _groups.Keys.Any(group => group.StartsWith(path + '\n', StringComparison.Ordinal));

    /// <summary>Whether the file has what a group would be in.</summary>
    public bool HasPlaceFor(string group) => _groups.ContainsKey(group) || Collections.ContainsKey(MappingOf(group));

    /// <summary>The path of the mapping a group is in.</summary>
    public static string MappingOf(string group) => group[..group.LastIndexOf('\n')];

    private static IEnumerable<string> PathsOf(IReadOnlyList<YamlNode> documents)
    {
        if (documents.Count == 1)
            return [""];
        var names = documents.Select(root => $"{root.Text("kind")} {root["metadata"]?.Text("namespace")} {root["metadata"]?.Text("name")}").ToList();
        return names.Distinct(StringComparer.Ordinal).Count() == names.Count ? names : names.Select((_, i) => $"{i} of {names.Count}");
    }

    private void Walk(YamlNode node, string path)
    {
        if (!Collections.TryAdd(path, node))
            _ambiguous.UnionWith(_groups.Keys.Where(group => group.StartsWith(path + '\n', StringComparison.Ordinal)));
        var members = MembersOf(node, path);
        if (members.TrueForAll(member => !member.Path.EndsWith($" of {members.Count}]", StringComparison.Ordinal))
            && members.Select(member => member.Path).Distinct(StringComparer.Ordinal).Count() == members.Count)
            Members[path] = members;
        foreach (var (childPath, (first, value)) in members)
        {
            Paths.TryAdd(childPath, new Member(first, value));
            if (value.IsMapping || value.IsSequence)
                Walk(value, childPath);
            else if (first == value && ImageKeys.IsListOfImages(path, value))
                Add(new ImageField($"{childPath}\n#image", first, value));
            else if (first != value && ImageKeys.GroupOf(node, new YamlPair(first, value)) is { } group)
                Add(new ImageField($"{path}\n#{group}", first, value));
        }
    }

    private void Add(ImageField field)
    {
        if (!_groups.TryGetValue(field.Group, out var fields))
            _groups[field.Group] = fields = new(StringComparer.Ordinal);
        if (!fields.TryAdd(field.Name, field))
            _ambiguous.Add(field.Group);
    }

    /// <summary>The members of a collection with their paths.</summary>
    public static List<FieldMember> MembersOf(YamlNode node, string path)
    {
        if (node.IsMapping)
            return [.. node.Pairs.Where(pair => pair.Key.IsScalar).Select(pair => new FieldMember($"{path}\n.{pair.Key.Value}", new Member(pair.Key, pair.Value)))];
        var items = node.Items.ToList();
        var names = items.Select(NameOf).ToList();
        var areUnique = !names.Contains(null) && names.Distinct(StringComparer.Ordinal).Count() == names.Count;
        return [.. items.Select((item, i) => new FieldMember(
            path + (areUnique ? $"\n[{names[i]}]" : $"\n[{i} of {items.Count}]"), new Member(item, item)))];
    }

    private static string? NameOf(YamlNode item)
    {
        if (item.IsMapping)
            return item.Text("name");
        if (!item.IsScalar)
            return null;
        var text = item.Value;
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals > 0)
            return text[..equals];
        return ImageReference.TryParse(text, out var image) ? image.Name : null;
    }
}

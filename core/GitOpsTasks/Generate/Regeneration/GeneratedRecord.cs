using System.Text;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Regeneration;

/// <summary>
/// What was generated last: the fields of each object, by the path of its file. It is written from what the specs want
/// alone, so that the same specs give the same record whatever else the files hold.
/// </summary>
/// <param name="Objects">The objects by the path of their file.</param>
internal sealed record GeneratedRecord(IReadOnlyDictionary<TreePath, YamlMap> Objects)
{
    /// <summary>The version of the format.</summary>
    public const string Version = "1";

    private static ReadOnlySpan<byte> Header =>
        "# What 'gitops generate' wrote last, field by field. Commit it with the files; it is not to be edited.\n"u8;

    /// <summary>Nothing was generated.</summary>
    public static GeneratedRecord Empty { get; } = new(new Dictionary<TreePath, YamlMap>());

    /// <summary>Where the record of a folder is.</summary>
    public static TreePath PathIn(TreePath folder) => folder.Combine(".gitops/generated.yaml");

    /// <summary>The bytes of the record.</summary>
    /// <param name="folder">The folder it is of: files are named from there.</param>
    public byte[] Write(TreePath folder)
    {
        var files = new YamlMap();
        foreach (var (path, @object) in Objects.OrderBy(pair => pair.Key))
            files.Add(Relative.Path(folder, path), RecordedFields.Of(@object));
        return [.. Header, .. YamlWriter.WriteFile(new YamlMap { { "version", new YamlPlain(Version) }, { "files", files } })];
    }

    /// <summary>The change that leaves the record as it should be; null where it is. Line ends of the file there are kept.</summary>
    public FileChange? ChangeFrom(TreeFile? current, TreePath folder)
    {
        if (Objects.Count == 0)
            return current is null ? null : new FileChange(current.Path, null);
        var content = Write(folder);
        if (current is null)
            return new FileChange(PathIn(folder), content);
        if (current.Content.Span.IndexOf("\r\n"u8) >= 0)
            content = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(content).Replace("\n", "\r\n", StringComparison.Ordinal));
        return current.Content.Span.SequenceEqual(content) ? null : new FileChange(current.Path, content, current.Kind);
    }
}

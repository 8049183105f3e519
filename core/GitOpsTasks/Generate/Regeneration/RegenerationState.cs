using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Regeneration;

/// <summary>All that one run looks at.</summary>
internal sealed class RegenerationState
{
    private readonly IReadOnlyList<GeneratedRecord> _records;

    private RegenerationState(IReadOnlyDictionary<TreePath, GeneratedFile> wanted, IReadOnlyList<GeneratedRecord> records, IEnumerable<TreePath> gone)
    {
        Wanted = wanted;
        _records = records;
        Gone = [.. gone];
    }

    /// <summary>The files that the specs want.</summary>
    public IReadOnlyDictionary<TreePath, GeneratedFile> Wanted { get; }

    /// <summary>Files that were generated, and that the specs no longer want.</summary>
    public IReadOnlyList<TreePath> Gone { get; }

    /// <summary>The files there are, of all these; a kustomization under any of its names.</summary>
    public required IReadOnlyDictionary<TreePath, TreeFile> Files { get; init; }

    /// <summary>Where objects are that are not in their file.</summary>
    public required IReadOnlyDictionary<TreePath, CurrentObject> Moved { get; init; }

    /// <summary>Files that have another name now, beside where they were: the one that was generated, by the one that is wanted.</summary>
    public IReadOnlyDictionary<TreePath, TreePath> Renamed { get; private init; } = new Dictionary<TreePath, TreePath>();

    /// <summary>The file of the record; null where there is none.</summary>
    public required TreeFile? RecordFile { get; init; }

    /// <summary>Whether two branches left their records in conflict.</summary>
    public bool IsMerged => _records.Count > 1;

    /// <summary>Reads everything.</summary>
    public static async ValueTask<RegenerationState> ReadAsync(
        IEnumerable<GeneratedFile> desired, TreePath folder, RegenerationRules rules, IConfigTree tree, CancellationToken cancellationToken)
    {
        var wanted = desired.ToDictionary(file => file.Path);
        var recordFile = await tree.ReadAsync(GeneratedRecord.PathIn(folder), cancellationToken);
        var records = recordFile is null ? [] : new RecordReader(folder).Read(recordFile);
        var recorded = records.SelectMany(record => record.Objects.Keys).ToHashSet();
        var gone = recorded.Where(path => !wanted.ContainsKey(path) && rules.Cover(path)).Order().ToList();
        var paths = wanted.Keys.Concat(gone).ToList();
        var read = await tree.ReadAsync([.. paths.Concat(paths.SelectMany(KustomizationNames.Others)).Distinct()], cancellationToken);
        var files = paths.Select(path => (path, File: FileOf(path, read))).Where(pair => pair.File is not null).ToDictionary(pair => pair.path, pair => pair.File!);
        var missing = paths.Where(path => recorded.Contains(path) && !files.ContainsKey(path))
            .ToDictionary(path => path, path => records.Select(record => record.Objects.GetValueOrDefault(path)).OfType<YamlMap>().First());
        var moved = await new MovedObjects(tree, folder).FindAsync(missing, recorded, cancellationToken);
        var renamed = RenamedFiles.Among(
            gone.Where(files.ContainsKey).Select(path => (path, records.Select(record => record.Objects.GetValueOrDefault(path)).OfType<YamlMap>().First())),
            wanted.Values.Where(file => !recorded.Contains(file.Path) && !files.ContainsKey(file.Path)));
        return new RegenerationState(wanted, records, gone.Except(renamed.Values)) { Files = files, Moved = moved, Renamed = renamed, RecordFile = recordFile };
    }

    /// <summary>What was generated last into a file; null where nothing was.</summary>
    /// <param name="path">The file.</param>
    /// <param name="current">What it has now: of two branches, the one that wrote this counts.</param>
    public YamlMap? RecordedAt(TreePath path, YamlValue? current = null)
    {
        var versions = _records.Select(record => record.Objects.GetValueOrDefault(path)).ToList();
        return versions.Count == 2 ? EitherSide.Of(versions[0], versions[1], current, "") as YamlMap ?? versions[0] ?? versions[1] : versions.FirstOrDefault();
    }

    /// <summary>The record that this run leaves: what the specs want, and files it is not about.</summary>
    public GeneratedRecord Next(RegenerationRules rules)
    {
        var objects = Wanted.ToDictionary(pair => pair.Key, pair => pair.Value.Object);
        foreach (var (path, @object) in _records.SelectMany(record => record.Objects).Where(pair => !rules.Cover(pair.Key)))
            objects.TryAdd(path, @object);
        return new GeneratedRecord(objects);
    }

    private static TreeFile? FileOf(TreePath path, IReadOnlyDictionary<TreePath, TreeFile> read) =>
        read.GetValueOrDefault(path) ?? KustomizationNames.Others(path).Select(read.GetValueOrDefault).FirstOrDefault(file => file is not null);
}

using System.Text;
using GitOpsTasks.Contracts;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Regeneration;

/// <summary>Reads the record of what was generated.</summary>
/// <param name="folder">The folder it is of.</param>
internal sealed class RecordReader(TreePath folder)
{
    private const string Restore = "Take the file from git's history; or remove it, and what differs from the specs is reported as a conflict.";

    /// <summary>The record of a file; one of each side where it has conflict markers.</summary>
    /// <exception cref="TaskFailedException">GOT4103, GOT4104: it cannot be read, or is of a newer version.</exception>
    public IReadOnlyList<GeneratedRecord> Read(TreeFile file)
    {
        if (ConflictMarkers.Sides(Encoding.UTF8.GetString(file.Content.Span)) is not { } sides)
            return [Read(file.Path, file.Content)];
        return [.. sides.Select(side => Read(file.Path, Encoding.UTF8.GetBytes(side)))];
    }

    private GeneratedRecord Read(TreePath path, ReadOnlyMemory<byte> content)
    {
        var yaml = YamlFile.Parse(content, path.Value);
        if (!yaml.IsValid)
            throw Invalid(yaml.Diagnostics[0].Message, yaml.Diagnostics[0].Place!);
        if (yaml.Documents is not [{ IsMapping: true } root] || root.Text("version") is not { } version)
            throw Invalid("it says no version", new SourcePlace(path.Value, 1, 1));
        if (version != GeneratedRecord.Version)
        {
            throw TaskFailedException.Findings(
                RegenerationCodes.RecordTooNew, $"This record is of version {version}; version {GeneratedRecord.Version} is known here.", "Use the gitops that wrote it, or a newer one.", root["version"]!.Value.Place);
        }

        var files = root["files"];
        if (files is not { IsMapping: true })
            throw Invalid("it names no files", root.Place);
        var objects = new Dictionary<TreePath, YamlMap>();
        foreach (var (name, fields) in files.Value.Pairs)
        {
            if (!folder.TryCombine(name.Value, out var file) || ValueReader.Read(fields) is not YamlMap map || RecordedFields.Read(map) is not { } @object || !objects.TryAdd(file, @object))
                throw Invalid($"'{name.Value}' is not the fields of a file", name.Place);
        }

        return new GeneratedRecord(objects);
    }

    private static TaskFailedException Invalid(string why, SourcePlace place) => TaskFailedException.Findings(
        RegenerationCodes.RecordInvalid, $"The record of what was generated cannot be read: {why.TrimEnd('.')}.", Restore, place);
}

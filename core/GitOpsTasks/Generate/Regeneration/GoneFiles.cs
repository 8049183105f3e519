using GitOpsTasks.Contracts;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Regeneration;

/// <summary>What becomes of files that the specs no longer want: they go, unless a person worked on them.</summary>
/// <param name="state">What was generated, and what there is.</param>
/// <param name="rules">How to decide.</param>
/// <param name="report">Takes what comes of it.</param>
internal sealed class GoneFiles(RegenerationState state, RegenerationRules rules, RegenerationReport report)
{
    private readonly HashSet<TreePath> _keptFolders = [];

    /// <summary>The files that stay.</summary>
    public HashSet<TreePath> Kept { get; } = [];

    /// <summary>Decides for all of them; kustomizations first, for a folder stays as a whole.</summary>
    public void Decide()
    {
        foreach (var path in state.Gone.OrderBy(path => !KustomizationNames.IsOne(path)).ThenBy(path => path))
        {
            if (state.Moved.TryGetValue(path, out var moved))
                report.Notes.Add(Left(path, moved));
            else if (state.Files.TryGetValue(path, out var file) && !Goes(file, state.RecordedAt(path)!))
                Keep(path);
        }
    }

    private bool Goes(TreeFile file, YamlMap recorded)
    {
        if (_keptFolders.Contains(file.Path.Parent))
            return false;
        var changes = ChangesIn(file, recorded);
        var isAlone = changes is null || YamlFile.Parse(file.Content, file.Path.Value).Documents.Count < 2;
        if (changes is null || (rules.Prune && isAlone))
        {
            report.Files.Add(new FileChange(file.Path, null));
            return true;
        }

        var identity = ObjectIdentity.Of(recorded).ToString();
        var field = new FieldChange(changes.Place, "file", identity, changes.ToString(), null);
        if (rules.OnConflict == ConflictChoice.File)
            report.Kept.Add(field);
        else
            report.AddConflict(field, Conflict(identity, changes, isAlone));
        return false;
    }

    private void Keep(TreePath path)
    {
        Kept.Add(path);
        if (KustomizationNames.IsOne(path))
            _keptFolders.Add(path.Parent);
    }

    private static HandChanges? ChangesIn(TreeFile file, YamlMap recorded)
    {
        try
        {
            return HandChanges.Of(CurrentObject.Read(file, recorded), recorded);
        }
        catch (TaskFailedException e)
        {
            return new HandChanges([], e.Diagnostics[0].Place!);
        }
    }

    private static Diagnostic Conflict(string identity, HandChanges changes, bool isAlone) => Diagnostic.Error(
        RegenerationCodes.GoneButChanged,
        $"The spec no longer wants {identity}, but this is not what was generated: {changes}.",
        isAlone
            ? "Pass --prune to remove the file, or --on-conflict file to keep it as your own."
            : "Take it out of this file by hand, or pass --on-conflict file to keep it as your own.",
        changes.Place);

    private static Diagnostic Left(TreePath path, CurrentObject moved) => Diagnostic.Warning(
        RegenerationCodes.GoneButChanged,
        $"The spec no longer wants {ObjectIdentity.Of(moved.Root)}, which was moved here from '{path}' and stays.",
        "Remove it, and what names it, by hand.",
        moved.Root.Place);
}

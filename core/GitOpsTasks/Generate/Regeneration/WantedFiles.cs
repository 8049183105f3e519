using GitOpsTasks.Contracts;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Regeneration;

/// <summary>What becomes of files that the specs want: written where there is none, merged field by field where there is.</summary>
/// <param name="state">What was generated, and what there is.</param>
/// <param name="rules">How to decide.</param>
/// <param name="report">Takes what comes of it.</param>
/// <param name="stay">Files that the specs no longer want, and that stay named.</param>
internal sealed class WantedFiles(RegenerationState state, RegenerationRules rules, RegenerationReport report, IReadOnlySet<TreePath> stay)
{
    // Several files may have their object in one: each sees what the one before made of it.
    private readonly Dictionary<TreePath, TreeFile> _written = [];

    /// <summary>Decides for all of them.</summary>
    public void Decide()
    {
        foreach (var wanted in state.Wanted.Values.OrderBy(file => file.Path))
            report.Try(() => Decide(wanted));
        report.Files.AddRange(_written.Values.Select(file => new FileChange(file.Path, file.Content, file.Kind)));
    }

    private void Decide(GeneratedFile wanted)
    {
        if (state.Renamed.TryGetValue(wanted.Path, out var old))
            Rename(wanted, state.Files[old]);
        else if (state.Moved.TryGetValue(wanted.Path, out var moved))
            Merge(wanted, moved.File, wanted.Path);
        else if (state.Files.TryGetValue(wanted.Path, out var file))
            Merge(wanted, file, wanted.Path);
        else if (state.RecordedAt(wanted.Path) is not { } recorded || !StaysAway(wanted, recorded))
            report.Files.Add(new FileChange(wanted.Path, wanted.Content));
    }

    private void Rename(GeneratedFile wanted, TreeFile file)
    {
        Merge(wanted, file, file.Path);
        var content = _written.Remove(file.Path, out var written) ? written.Content : file.Content;
        report.Files.AddRange([new FileChange(file.Path, null), new FileChange(wanted.Path, content, file.Kind)]);
    }

    private void Merge(GeneratedFile wanted, TreeFile file, TreePath recordedAs)
    {
        file = _written.GetValueOrDefault(file.Path, file);
        if (file.Content.Span.SequenceEqual(wanted.Content))
            return;
        var current = CurrentObject.Read(file, state.RecordedAt(recordedAs), wanted.Object);
        var recorded = state.RecordedAt(recordedAs, current.Value);
        var isRecorded = recorded is not null;
        if (recorded is null && wanted.IsShared)
            recorded = Adoption.Of(wanted.Object);
        else if (recorded is null && !GeneratedFile.IsOurs(file) && !FieldValues.Same(current.Value, wanted.Object, ""))
            throw NotGenerated(wanted.Path);
        foreach (var name in stay.Where(path => path.Parent == wanted.Path.Parent && KustomizationNames.IsOne(wanted.Path)).Select(path => path.Name))
            recorded = recorded is null ? null : KustomizationNames.Without(recorded, name);
        var merge = new ObjectMerge(current, rules.OnConflict);
        var content = merge.Merge(recorded, wanted.Object);
        var text = new FindingText(wanted.Object, isRecorded);
        report.Kept.AddRange(merge.Kept.Select(text.Field));
        foreach (var conflict in merge.Conflicts)
            report.AddConflict(text.Field(conflict), text.Conflict(conflict));
        report.Notes.AddRange(merge.LostComments);
        if (!content.Span.SequenceEqual(file.Content.Span))
            _written[file.Path] = file with { Content = content };
    }

    // A file that was deleted comes back while a kustomization names it; where the entry is gone too, a person wants neither.
    private bool StaysAway(GeneratedFile wanted, YamlMap recorded)
    {
        var sibling = wanted.Path.Parent.Combine("kustomization.yaml");
        if (KustomizationNames.IsOne(wanted.Path) || (state.Wanted.ContainsKey(sibling) && !state.Files.ContainsKey(sibling)))
            return Restores(wanted, "a spec names it");
        if (state.Files.TryGetValue(sibling, out var file) && KustomizationNames.Names(CurrentObject.Read(file, state.RecordedAt(sibling)).Value, wanted.Path.Name))
            return Restores(wanted, $"'{file.Path}' names it");
        var identity = ObjectIdentity.Of(wanted.Object).ToString();
        var field = new FieldChange(new SourcePlace(wanted.Path.Value), "file", identity, null, identity);
        if (FieldValues.Same(recorded, wanted.Object, "") || rules.OnConflict == ConflictChoice.File)
            report.Kept.Add(field);
        else if (rules.OnConflict == ConflictChoice.Report)
            report.AddConflict(field, Deleted(wanted.Path, identity));
        else
            return false;
        return true;
    }

    private bool Restores(GeneratedFile wanted, string why)
    {
        report.Notes.Add(Diagnostic.Note(
            RegenerationCodes.Restored, $"The file was deleted and is written again, for {why}.", "Take it out there, or out of the spec, to be rid of it.", new SourcePlace(wanted.Path.Value)));
        return false;
    }

    private static Diagnostic Deleted(TreePath path, string identity) => Diagnostic.Error(
        RegenerationCodes.DeletedButChanged,
        $"{identity} was deleted here, and the spec changed it.",
        "Take it out of the spec; or pass --on-conflict spec to have it written again, --on-conflict file to leave it deleted.",
        new SourcePlace(path.Value));

    private static TaskFailedException NotGenerated(TreePath path) => TaskFailedException.Findings(
        GenerateCodes.NotGenerated,
        $"'{path}' was not generated and would be overwritten.",
        "Move or remove it; what it adds to the generated objects can be a patch of another name in an overlay.",
        new SourcePlace(path.Value, 1, 1));
}

using GitOpsTasks.Contracts;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Regeneration;

/// <summary>Merges one object into its file: only bytes of fields that the spec changed change.</summary>
/// <param name="current">The object as the file has it.</param>
/// <param name="choice">What becomes of conflicts.</param>
internal sealed class ObjectMerge(CurrentObject current, ConflictChoice choice)
{
    private readonly ThreeWayMerge _merge = new(choice);

    /// <summary>Fields that stay as a bump or a person left them.</summary>
    public IReadOnlyList<FieldFinding> Kept => _merge.Kept;

    /// <summary>Fields that both sides changed.</summary>
    public IReadOnlyList<FieldFinding> Conflicts => _merge.Conflicts;

    /// <summary>Comments that stood at what the spec no longer has.</summary>
    public IReadOnlyList<Diagnostic> LostComments { get; private set; } = [];

    /// <summary>The bytes of the file with the object merged.</summary>
    /// <param name="recorded">What was generated last; null where that is unknown.</param>
    /// <param name="wanted">What the spec wants.</param>
    /// <exception cref="TaskFailedException">GOT4105: they cannot be written without changing more.</exception>
    public ReadOnlyMemory<byte> Merge(YamlMap? recorded, YamlMap wanted)
    {
        var merged = _merge.Merge(FieldSpot.Root(current.Root), recorded, wanted, current.Value)!;
        if (FieldValues.Same(current.Value, merged, ""))
            return current.File.Content;
        var content = Write(merged);
        var after = YamlFile.Parse(content, current.File.Path.Value);
        var index = current.Yaml.Documents.Select((root, i) => (root, i)).First(pair => pair.root == current.Root).i;
        if (!FieldValues.Same(merged, ValueReader.Read(after.Documents[index]), ""))
            throw CannotWrite("an anchor or '<<' gives one value to several fields, of which not all change", current.Root.Place);
        LostComments = [.. CommentsLost(after)];
        return content;
    }

    private ReadOnlyMemory<byte> Write(YamlValue merged)
    {
        try
        {
            var editor = new YamlEditor(current.Yaml);
            new TreeUpdate(editor).Update(current.Root, current.Value, merged, "");
            return editor.Apply();
        }
        catch (TaskFailedException e) when (e.Diagnostics is [{ Code: YamlCodes.EditRefused } refusal])
        {
            throw CannotWrite(refusal.Message.TrimEnd('.'), refusal.Place!);
        }
    }

    private IEnumerable<Diagnostic> CommentsLost(YamlFile after)
    {
        var left = CurrentObject.CommentsOf(after).GroupBy(token => TextOf(after, token), StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        foreach (var token in current.Comments)
        {
            var text = TextOf(current.Yaml, token);
            if (left.TryGetValue(text, out var count) && count > 0)
                left[text] = count - 1;
            else
                yield return Diagnostic.Warning(
                    RegenerationCodes.CommentRemoved, $"The comment '{text}' goes with the field it stands at.", "Write it elsewhere if it still holds.", current.Yaml.PlaceOf(token.Span));
        }
    }

    private static string TextOf(YamlFile file, YamlToken token) => System.Text.Encoding.UTF8.GetString(file.Content.Span[token.Span.Start..token.Span.End]).TrimEnd();

    private static TaskFailedException CannotWrite(string why, SourcePlace place) => TaskFailedException.Findings(
        RegenerationCodes.CannotWrite,
        $"What the spec changed cannot be written here: {why}.",
        "Make the change by hand, or write the file without anchors; then generate again.",
        place);
}

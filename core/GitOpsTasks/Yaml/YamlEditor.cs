using GitOpsTasks.Contracts;

namespace GitOpsTasks.Yaml;

/// <summary>
/// Collects changes to one file and applies them at once. Only the bytes that must change do: the region of each edit is
/// checked before, the edited file is read again after, and unless its tree differs in exactly the intended nodes the whole
/// batch is refused.
/// </summary>
/// <remarks>
/// Refused are: removing a whole document, or an anchor that an alias which stays needs; a text where the tag says number,
/// boolean or null; a plain value that would need quotes; what is no mapping or sequence given members; changes that meet in
/// one place; keys longer than the 1024 characters that YAML allows on one line; and files with syntax errors, or in UTF-16
/// or UTF-32 with malformed characters.
/// </remarks>
/// <param name="file">The file to edit; it stays as it is.</param>
public sealed class YamlEditor(YamlFile file)
{
    private readonly List<YamlEdit> _edits = [];

    /// <summary>The file that is edited; for an editor from <see cref="Inside"/>, the YAML in the scalar.</summary>
    public YamlFile File => file;

    /// <summary>Whether no change was asked for.</summary>
    public bool IsEmpty => _edits.TrueForAll(edit => edit is YamlEdit.Inside { Editor.IsEmpty: true });

    /// <summary>
    /// Gives a scalar another text, keeping its style: quotes are added where the text would not stay a string, a block scalar
    /// keeps header and indentation, and what a style cannot hold goes into double quotes. An alias becomes a text of its
    /// own. Where the text is there already, nothing changes. Asking for the same again, as two aliases of one anchor do, is
    /// asking once.
    /// </summary>
    public void Replace(YamlNode scalar, string text) => AddReplace(scalar, new YamlText(text));

    /// <summary>Gives a scalar a number, boolean or null, written as it is: quotes or a block style go.</summary>
    public void Replace(YamlNode scalar, YamlPlain value) => AddReplace(scalar, value);

    /// <summary>
    /// Adds a key to a mapping, in the mapping's own indentation and style. Comment lines directly below the pair it comes
    /// after stay with that pair where they stand deeper than it, or, at a mapping's end, deeper than what follows.
    /// </summary>
    /// <param name="mapping">A mapping, or a null that is to become one.</param>
    /// <param name="key">The new key.</param>
    /// <param name="value">Its value.</param>
    /// <param name="after">The pair to put it after; the last one where null.</param>
    public void InsertKey(YamlNode mapping, string key, YamlValue value, YamlPair? after = null)
    {
        Mine(after?.Key);
        _edits.Add(new YamlEdit.InsertKey(Mine(mapping), key, value, after));
    }

    /// <summary>Adds an item at the end of a sequence, in its own indentation and style.</summary>
    /// <param name="sequence">A sequence, or a null that is to become one.</param>
    /// <param name="item">The new item.</param>
    public void InsertItem(YamlNode sequence, YamlValue item) => InsertItem(sequence, item, after: null);

    /// <summary>Adds an item to a sequence, in its own indentation and style.</summary>
    /// <param name="sequence">A sequence, or a null that is to become one.</param>
    /// <param name="item">The new item.</param>
    /// <param name="after">The item to put it after; the last one where null.</param>
    public void InsertItem(YamlNode sequence, YamlValue item, YamlNode? after)
    {
        Mine(after);
        _edits.Add(new YamlEdit.InsertItem(Mine(sequence), item, after));
    }

    /// <summary>
    /// Removes a pair, named by its key's node, or an item: its lines with the comment on them, the comment lines directly
    /// above at its column, and deeper ones directly below. A comment that begins the document stays, and so do blank lines:
    /// only own lines go. Where nothing is left, <c>{}</c> or <c>[]</c> is.
    /// </summary>
    public void Remove(YamlNode keyOrItem)
    {
        var edit = new YamlEdit.Remove(Mine(keyOrItem));
        if (!_edits.Contains(edit))
            _edits.Add(edit);
    }

    /// <summary>
    /// An editor for the YAML that a scalar holds; its changes are made when this editor's are. In a literal scalar only the
    /// bytes change that must; in any other the text is written anew.
    /// </summary>
    /// <exception cref="TaskFailedException">GOT2004: the scalar does not hold YAML.</exception>
    public YamlEditor Inside(YamlNode scalar)
    {
        if (_edits.Find(edit => edit is YamlEdit.Inside && edit.Node == scalar) is YamlEdit.Inside known)
            return known.Editor;
        if (NestedText.Read(Mine(scalar)) is not { File.IsValid: true } text)
            throw Refuse(scalar, "it does not hold YAML");
        var editor = new YamlEditor(text.File);
        _edits.Add(new YamlEdit.Inside(scalar, text, editor));
        return editor;
    }

    /// <summary>The bytes of the file with all changes made.</summary>
    /// <exception cref="TaskFailedException">GOT2004: the batch cannot be written safely; nothing was changed.</exception>
    public ReadOnlyMemory<byte> Apply() => IsEmpty ? file.Content : Transcoding.FromUtf8(Work().Result, file.Encoding);

    /// <summary>The UTF-8 of the file with all changes made, and the bytes that each of them owns.</summary>
    internal (SpliceList Splices, byte[] Result) Work()
    {
        List<YamlEdit> edits = [.. _edits.Where(edit => edit is not YamlEdit.Inside { Editor.IsEmpty: true }).Select(WorkInside)];
        try
        {
            return Work(edits);
        }
        catch (EditRefusedException e)
        {
            throw Refuse(e.Node ?? AtFault(edits), e.Message);
        }
    }

    private static YamlEdit WorkInside(YamlEdit edit)
    {
        if (edit is not YamlEdit.Inside inside)
            return edit;
        var (splices, result) = inside.Editor.Work();
        return new YamlEdit.Nested(inside.Node, inside.Text, splices, result);
    }

    private (SpliceList Splices, byte[] Result) Work(List<YamlEdit> edits)
    {
        if (!Transcoding.FromUtf8(file.Text, file.Encoding).Span.SequenceEqual(file.Content.Span))
            throw new EditRefusedException(edits[0].Node, "the file has characters that its encoding does not allow");
        var planner = new SplicePlanner(file);
        var splices = SpliceList.Of(planner.Plan(edits), file.Text.Span, planner.EndsText)
            ?? throw new EditRefusedException(null, "two of the changes meet in the same place");
        var result = splices.ApplyTo(file.Text.Span);
        var after = YamlFile.Parse(result, file.Path);
        return after.IsValid && TreeShape.Matches(TreeShape.Of(file, edits), TreeShape.Of(after, []))
            ? (splices, result)
            : throw new EditRefusedException(null, "the file would not read back as intended");
    }

    // The edit that turns a batch that works into one that does not.
    private YamlNode AtFault(List<YamlEdit> edits)
    {
        var (works, fails) = (0, edits.Count);
        while (fails - works > 1)
        {
            var middle = (works + fails) / 2;
            if (Works(edits[..middle]))
                works = middle;
            else
                fails = middle;
        }

        return edits[fails - 1].Node;
    }

    private bool Works(List<YamlEdit> edits)
    {
        try
        {
            Work(edits);
            return true;
        }
        catch (EditRefusedException)
        {
            return false;
        }
    }

    private void AddReplace(YamlNode scalar, YamlValue value)
    {
        var edit = new YamlEdit.Replace(Mine(scalar), value);
        if (!_edits.Contains(edit))
            _edits.Add(edit);
    }

    private YamlNode Mine(YamlNode node) => node.File == file ? node : throw new ArgumentException("The node is of another file.", nameof(node));

    private void Mine(YamlNode? node)
    {
        if (node is { } some)
            Mine(some);
    }

    private static TaskFailedException Refuse(YamlNode node, string reason) => TaskFailedException.Findings(
        YamlCodes.EditRefused,
        $"The edit was refused: {reason}.",
        "Nothing was changed. Make this change by hand, or write the value in a simpler style.",
        node.Place);
}

using System.Text;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Yaml;

/// <summary>
/// Collects changes to one file and applies them at once. Only the bytes that must change do: the region of each edit is
/// checked before, the edited file is read again after, and unless its tree differs in exactly the intended nodes the whole
/// batch is refused.
/// </summary>
/// <param name="file">The file to edit; it stays as it is.</param>
public sealed class YamlEditor(YamlFile file)
{
    private readonly List<YamlEdit> _edits = [];

    /// <summary>Whether no change was asked for.</summary>
    public bool IsEmpty => _edits.Count == 0;

    /// <summary>
    /// Gives a scalar another text, keeping its quotes; quotes are added where the text would not stay a string. Asking for
    /// the same again, as two aliases of one anchor do, is asking once.
    /// </summary>
    public void Replace(YamlNode scalar, string text)
    {
        var edit = new YamlEdit.Replace(scalar, text);
        if (!_edits.Contains(edit))
            _edits.Add(edit);
    }

    /// <summary>Adds a key to a mapping, in the mapping's own indentation and style.</summary>
    /// <param name="mapping">A block mapping with at least one key, or a flow mapping.</param>
    /// <param name="key">The new key.</param>
    /// <param name="value">Its value.</param>
    /// <param name="after">The pair to put it after; the last one where null.</param>
    public void InsertKey(YamlNode mapping, string key, YamlValue value, YamlPair? after = null) =>
        _edits.Add(new YamlEdit.InsertKey(mapping, key, value, after));

    /// <summary>Adds an item at the end of a sequence, in its own indentation and style.</summary>
    /// <param name="sequence">A block sequence with at least one item, or a flow sequence.</param>
    /// <param name="item">The new item.</param>
    public void InsertItem(YamlNode sequence, YamlValue item) => _edits.Add(new YamlEdit.InsertItem(sequence, item));

    /// <summary>Removes a pair, named by its key's node, or an item, with the lines it stands on.</summary>
    public void Remove(YamlNode keyOrItem) => _edits.Add(new YamlEdit.Remove(keyOrItem));

    /// <summary>The bytes of the file with all changes made.</summary>
    /// <exception cref="TaskFailedException">GOT2004: the batch cannot be written safely; nothing was changed.</exception>
    public ReadOnlyMemory<byte> Apply()
    {
        if (_edits.Count == 0)
            return file.Content;
        var planner = new SplicePlanner(file);
        var splices = new List<Splice>(_edits.Count);
        foreach (var edit in _edits)
        {
            try
            {
                splices.Add(planner.Plan(edit));
            }
            catch (EditRefusedException e)
            {
                throw Refuse(e.Node, e.Message);
            }
        }

        var edited = Assemble(splices);
        Verify(edited);
        return edited;
    }

    private byte[] Assemble(List<Splice> splices)
    {
        var content = file.Content.Span;
        var result = new MemoryStream(content.Length + 256);
        var at = 0;
        foreach (var splice in splices.OrderBy(splice => splice.Span.Start))
        {
            if (splice.Span.Start < at)
                throw Refuse(_edits[0].Node, "two of the changes meet in the same place");
            result.Write(content[at..splice.Span.Start]);
            result.Write(Encoding.UTF8.GetBytes(splice.Text));
            at = splice.Span.End;
        }

        result.Write(content[at..]);
        return result.ToArray();
    }

    private void Verify(byte[] edited)
    {
        var after = YamlFile.Parse(edited, file.Path);
        if (!after.IsValid || !TreeShape.Of(after).SequenceEqual(TreeShape.Of(file, _edits)))
            throw Refuse(_edits[0].Node, "the file would not read back as intended");
    }

    private static TaskFailedException Refuse(YamlNode node, string reason) => TaskFailedException.Findings(
        YamlCodes.EditRefused,
        $"The edit was refused: {reason}.",
        "Nothing was changed. Make this change by hand, or write the value in a simpler style.",
        node.Place);
}

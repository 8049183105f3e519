using System.Text;

namespace GitOpsTasks.Yaml;

/// <summary>Turns intended changes into the bytes they own and the text that goes there, in the file's own habits.</summary>
internal sealed class SplicePlanner
{
    private readonly YamlFile _file;
    private readonly NodeRegions _regions;
    private readonly YamlLayout _layout;
    private readonly ReplacePlanner _replace;
    private readonly RegionCheck _check;

    public SplicePlanner(YamlFile file)
    {
        _file = file;
        _regions = new NodeRegions(file);
        _layout = YamlLayout.Of(file, _regions);
        _replace = new ReplacePlanner(file, _regions, _layout);
        _check = new RegionCheck(file, _regions);
    }

    /// <summary>The splices for a batch.</summary>
    /// <exception cref="EditRefusedException">There is no way to write it that is known to be safe.</exception>
    public IReadOnlyList<Splice> Plan(IReadOnlyList<YamlEdit> edits)
    {
        var splices = new List<Splice>();
        foreach (var edit in edits)
        {
            if (edit is YamlEdit.Replace replace)
                splices.AddRange(_replace.Plan(replace.Node, replace.Value));
            if (edit is YamlEdit.Nested nested)
                splices.AddRange(nested.Text.Map(nested.Splices, nested.Result, _layout.LineEnd) ?? _replace.Plan(nested.Node, Encoding.UTF8.GetString(nested.Result)));
        }

        RefuseLostAnchors(edits);
        var removed = edits.OfType<YamlEdit.Remove>().ToLookup(edit => ParentOf(edit.Node).Index, edit => _regions.PositionOf(edit.Node));
        var block = new BlockMembers(_regions, _layout, edits.Where(edit => edit is YamlEdit.Replace or YamlEdit.Nested).Select(edit => edit.Node.Index).ToHashSet());
        var inserts = edits.OfType<YamlEdit.Insert>().ToLookup(edit => edit.Node.Index);
        foreach (var index in edits.Select(CollectionOf).OfType<int>().Distinct())
            splices.AddRange(PlanMembers(block, new YamlNode(_file, index), [.. removed[index].Distinct().Order()], [.. inserts[index]]));
        return splices;
    }

    /// <summary>Whether a block scalar ends at an offset.</summary>
    public bool EndsText(int offset) =>
        _file.AllNodes().Any(node => node.Style is YamlStyle.Literal or YamlStyle.Folded && _regions.EndOf(node) == offset);

    private IEnumerable<Splice> PlanMembers(BlockMembers block, YamlNode collection, int[] removed, YamlEdit.Insert[] inserts)
    {
        if (inserts.Length > 0 && !Fits(collection, inserts[0]))
            return new EmptyCollection(_regions, _layout, block).Plan(collection, inserts, _replace);
        return collection.Style == YamlStyle.Flow
            ? new FlowMembers(_regions, _layout).Plan(collection, removed, inserts)
            : block.Plan(collection, removed, inserts);
    }

    private static bool Fits(YamlNode collection, YamlEdit.Insert insert) =>
        insert is YamlEdit.InsertKey ? collection.IsMapping : collection.IsSequence;

    private int? CollectionOf(YamlEdit edit) => edit switch
    {
        YamlEdit.Remove remove => ParentOf(remove.Node).Index,
        YamlEdit.Insert insert => insert.Node.Index,
        _ => null,
    };

    private YamlNode ParentOf(YamlNode node)
    {
        var parent = node.Parent ?? throw new EditRefusedException(node, "a whole document cannot be removed");
        if (_regions.MembersOf(parent)[_regions.PositionOf(node)].First != node)
            throw new EditRefusedException(node, "it is not a key or an item");
        if (node.IsScalar && !_check.ReadsBack(node))
            throw new EditRefusedException(node, "the text in the file is not the value that was read");
        return parent;
    }

    // An alias that stays must not lose what it stands for, nor come to stand for something else.
    private void RefuseLostAnchors(IReadOnlyList<YamlEdit> edits)
    {
        var removed = edits.OfType<YamlEdit.Remove>().Select(edit => (edit.Node, Start: edit.Node.Index, End: RemovedEnd(edit.Node))).ToList();
        if (!removed.Exists(range => HasAnchor(range.Start, range.End)))
            return;
        foreach (var alias in _file.AllNodes().Where(node => node.Kind == YamlKind.Alias && node.Resolved != node))
        {
            var lost = removed.Find(range => range.Start <= alias.Resolved.Index && alias.Resolved.Index < range.End);
            if (lost.End > 0 && !removed.Exists(range => range.Start <= alias.Index && alias.Index < range.End))
                throw new EditRefusedException(lost.Node, $"'*{alias.Value}' in line {alias.Place.Line} needs the anchor in it");
        }
    }

    private int RemovedEnd(YamlNode node) => _regions.MembersOf(ParentOf(node))[_regions.PositionOf(node)].Last.NextIndex;

    private bool HasAnchor(int start, int end)
    {
        for (var index = start; index < end; index++)
        {
            if (new YamlNode(_file, index).Anchor is not null)
                return true;
        }

        return false;
    }
}

using GitOpsTasks.Yaml;

namespace GitOpsTasks.Merge;

/// <summary>
/// Puts what their side added - entries of lists, keys with images below them - into the ancestor and into our version, at the
/// same place and byte for byte. git then sees no addition of theirs, so that it cannot meet one of ours.
/// </summary>
/// <param name="sides">The versions.</param>
internal sealed class SideAdditions(MergeSides sides)
{
    private readonly AdditionTarget _theirs = new(sides.Theirs, sides.Base);
    private readonly AdditionTarget _base = new(sides.Base, sides.Base);
    private readonly AdditionTarget _ours = new(sides.Ours, sides.Base);

    /// <summary>The ancestor and our version with the additions.</summary>
    /// <exception cref="FieldwiseMergeException">Both sides added the same with other differences than images.</exception>
    public (byte[] Base, byte[] Ours) Apply()
    {
        foreach (var (path, members) in sides.Theirs.Members)
        {
            if (_theirs.IsBlock(path) && _ours.IsBlock(path) && _theirs.ColumnOf(path) == _ours.ColumnOf(path))
                Take(path, members);
        }

        return (_base.Apply(), _ours.Apply());
    }

    private void Take(string path, List<FieldMember> members)
    {
        var baseTakes = _base.IsBlock(path) && _base.ColumnOf(path) == _theirs.ColumnOf(path);
        if (!baseTakes && members.Exists(member => _base.Has(member.Path) && !IsFilled(member.Path)))
            return;
        for (var index = 0; index < members.Count; index++)
        {
            var member = members[index].Path;
            if (_base.Has(member) ? !IsFilled(member) : !IsAboutImages(path, member))
                continue;
            if (_ours.Has(member) && !Agree(member, members[index].Member.Last, sides.Ours))
                throw new FieldwiseMergeException($"both sides added '{member[(member.LastIndexOf('\n') + 2)..].TrimEnd(']')}' and differ in more than images");
            if (IsFilled(member))
                _base.Replace(member, _theirs.LinesOf(member));
            else if (baseTakes)
                _base.Insert(path, members, index, _theirs);
            if (!_ours.Has(member))
                _ours.Insert(path, members, index, _theirs);
        }
    }

    // A key with no image below it is git's own work; an entry of a list of images counts whatever it holds.
    private bool IsAboutImages(string path, string member) =>
        sides.Theirs.HasFieldsBelow(member) || path.EndsWith("\n.images", StringComparison.OrdinalIgnoreCase);

    // The list was there, but empty, and both sides filled it.
    private bool IsFilled(string member) =>
        _base.IsEmptyList(member) && _theirs.IsBlock(member) && _ours.IsBlock(member);

    // What both sides added, and is taken for their common start, must differ in image fields and entries alone: any other
    // difference would silently be settled for ours.
    private static bool Agree(string path, YamlNode theirs, ImageFieldSet oursSet)
    {
        if (!oursSet.Paths.TryGetValue(path, out var member))
            return false;
        var ours = member.Last;
        if (theirs.IsScalar || ours.IsScalar)
            return theirs.IsScalar && ours.IsScalar && (theirs.Value == ours.Value || IsField(member));
        var left = ImageFieldSet.MembersOf(theirs, path);
        var right = ImageFieldSet.MembersOf(ours, path);
        return path.EndsWith("\n.images", StringComparison.OrdinalIgnoreCase)
            ? left.TrueForAll(child => !oursSet.Paths.ContainsKey(child.Path) || Agree(child.Path, child.Member.Last, oursSet))
            : left.Count == right.Count && left.TrueForAll(child => Agree(child.Path, child.Member.Last, oursSet));
    }

    private static bool IsField(Member member) => member.First == member.Last
        || ImageKeys.GroupOf(member.Last.Parent!.Value, new YamlPair(member.First, member.Last)) is not null;
}

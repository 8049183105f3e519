using System.Text;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Merge;

/// <summary>A version of a file as members of block collections are taken from it and put into it, by whole lines.</summary>
/// <param name="set">The version.</param>
/// <param name="ancestor">The common ancestor, which tells what the version itself added.</param>
internal sealed class AdditionTarget(ImageFieldSet set, ImageFieldSet ancestor)
{
    private readonly NodeRegions _regions = new(set.File);
    private readonly List<Splice> _splices = [];

    private SourceLines Lines => _regions.Lines;

    private OwnComments Comments => new(_regions);

    /// <summary>Whether the version has a member.</summary>
    public bool Has(string member) => set.Paths.ContainsKey(member);

    /// <summary>Whether a path is a mapping or list in block style with members.</summary>
    public bool IsBlock(string path) =>
        set.Collections.TryGetValue(path, out var node) && node.Style == YamlStyle.Block && set.Members.TryGetValue(path, out var members) && members.Count > 0;

    /// <summary>Whether a member is a list without items, or nothing at all.</summary>
    public bool IsEmptyList(string member) =>
        set.Paths.TryGetValue(member, out var pair) && (pair.Last.IsNull || (pair.Last.IsSequence && !pair.Last.Items.Any()));

    /// <summary>The column that the members of a block collection stand at.</summary>
    public int ColumnOf(string path) => Lines.ColumnOf(_regions.StartOf(set.Members[path][0].Member.First));

    /// <summary>The lines of a member with its comments.</summary>
    public string LinesOf(string member) => Text(Comments.Start(set.Paths[member].First), Comments.End(set.Paths[member]));

    /// <summary>Puts other lines in the place of a member's.</summary>
    public void Replace(string member, string lines) => _splices.Add(new Splice(
        new ByteSpan(Comments.Start(set.Paths[member].First), Comments.End(set.Paths[member])), lines));

    /// <summary>Inserts a member of another version after the same one that it stands after there.</summary>
    /// <param name="path">The collection.</param>
    /// <param name="members">Its members in the other version.</param>
    /// <param name="index">Which of them.</param>
    /// <param name="source">The other version.</param>
    public void Insert(string path, List<FieldMember> members, int index, AdditionTarget source)
    {
        var before = members[..index].FindLastIndex(other => Has(other.Path));
        var offset = before < 0 ? StartOfFirst(path) : Comments.End(set.Paths[members[before].Path]);
        foreach (var own in OwnAdditionsAfter(path, before < 0 ? null : members[before].Path))
            offset = Comments.End(own);
        var lines = source.LinesFrom(members, index);
        var shared = before >= 0 && before == index - 1 ? SharedComments(lines, offset) : 0;
        _splices.Add(new Splice(new ByteSpan(offset + shared, offset + shared), lines[Encoding.UTF8.GetString(Lines.Bytes.Slice(offset, shared)).Length..]));
    }

    /// <summary>The version with everything put in.</summary>
    public byte[] Apply()
    {
        // In the order they were asked for where they go to one place.
        var result = new MemoryStream();
        var at = 0;
        foreach (var splice in _splices.OrderBy(splice => splice.Span.Start))
        {
            if (splice.Span.Start < at)
                throw new FieldwiseMergeException("its additions overlap");
            result.Write(Lines.Bytes[at..splice.Span.Start]);
            result.Write(Encoding.UTF8.GetBytes(splice.Text));
            at = splice.Span.End;
        }

        result.Write(Lines.Bytes[at..]);
        return result.ToArray();
    }

    // From the end of the member before, so that blank lines between come along.
    private string LinesFrom(List<FieldMember> members, int index)
    {
        var start = index == 0 ? Comments.Start(members[0].Member.First) : Comments.End(members[index - 1].Member);
        return Text(start, Comments.End(members[index].Member));
    }

    private int StartOfFirst(string path)
    {
        var first = set.Members[path][0].Member.First;
        return Lines.IsFirstOnLine(_regions.StartOf(first)) ? Comments.Start(first) : throw new FieldwiseMergeException("an entry was added before the first of a nested list");
    }

    // The members that this version itself added right after one, or at the head.
    private IEnumerable<Member> OwnAdditionsAfter(string path, string? after) => set.Members[path]
        .SkipWhile(member => after is not null && member.Path != after).Skip(after is null ? 0 : 1)
        .TakeWhile(member => !ancestor.Paths.ContainsKey(member.Path))
        .Select(member => member.Member);

    // Comment lines that stand below the member before in both: they stay above what is inserted, as in the other version.
    private int SharedComments(string lines, int offset)
    {
        var shared = 0;
        foreach (var line in lines.Split('\n').Select(line => Encoding.UTF8.GetBytes(line + "\n")))
        {
            if (Lines.CommentColumn(offset + shared) < 0 || !Lines.Bytes[(offset + shared)..].StartsWith(line))
                break;
            shared += line.Length;
        }

        return shared;
    }

    private string Text(int start, int end) => Encoding.UTF8.GetString(Lines.Bytes[start..end]);
}

using GitOpsTasks.Yaml;

namespace GitOpsTasks.Merge;

/// <summary>Puts stand-ins for the image fields into three versions of a file.</summary>
/// <param name="decided">The versions as they were: what becomes of each group is decided by them.</param>
/// <param name="written">The versions with additions: where the stand-ins go.</param>
internal sealed class FieldTokens(MergeSides decided, MergeSides written)
{
    private readonly List<(ByteSpan Span, string Token)> _base = [];
    private readonly List<(ByteSpan Span, string Token)> _ours = [];
    private readonly List<(ByteSpan Span, string Token)> _theirs = [];

    /// <summary>What the stand-ins stand for.</summary>
    public TokenTable Table { get; } = new();

    /// <summary>The three texts with stand-ins.</summary>
    public (byte[] Base, byte[] Ours, byte[] Theirs) Write()
    {
        foreach (var group in written.Groups.Where(group =>
            written.Base.HasPlaceFor(group) && written.Ours.HasPlaceFor(group) && written.Theirs.HasPlaceFor(group)))
        {
            var choice = decided.ChoiceOf(group);
            var shared = written.Base[group].Keys.Where(key => written.Ours[group].ContainsKey(key) && written.Theirs[group].ContainsKey(key)).ToList();
            foreach (var key in shared)
            {
                if (choice.IsConflict)
                    Disagree(written.Base[group][key].Node, written.Ours[group][key].Node, written.Theirs[group][key].Node, decided.Base[group].ContainsKey(key));
                else
                    Agree(group, key, choice.Values!.GetValueOrDefault(key));
            }

            if (choice.IsConflict && shared.Count == 0)
                DisagreeByKey(ImageFieldSet.MappingOf(group));
        }

        return (TokenTable.Put(written.Base.File, _base), TokenTable.Put(written.Ours.File, _ours), TokenTable.Put(written.Theirs.File, _theirs));
    }

    private void Agree(string group, string key, string? value)
    {
        var (o, a, b) = (written.Base[group][key], written.Ours[group][key], written.Theirs[group][key]);
        if (value is null)
            return;
        var token = Table.Add(decided.Base[group].ContainsKey(key) ? o.Raw : default, FieldText.Of(value, o, a, b));
        _base.Add((o.Node.Span, token));
        _ours.Add((a.Node.Span, token));
        _theirs.Add((b.Node.Span, token));
    }

    private void Disagree(YamlNode o, YamlNode a, YamlNode b, bool isInBase)
    {
        _base.Add((o.Span, TokenFor(isInBase ? RawOf(o) : default)));
        _ours.Add((a.Span, TokenFor(RawOf(a))));
        _theirs.Add((b.Span, TokenFor(RawOf(b))));
    }

    // Nothing of the group is in all three versions: the conflict is marked at the first key that is, so that it is not missed.
    private void DisagreeByKey(string mapping)
    {
        var key = written.Base.Members.GetValueOrDefault(mapping)?.Find(member =>
            written.Ours.Paths.ContainsKey(member.Path) && written.Theirs.Paths.ContainsKey(member.Path)).Path;
        if (key is not null)
            Disagree(written.Base.Paths[key].First, written.Ours.Paths[key].First, written.Theirs.Paths[key].First, isInBase: true);
    }

    private string TokenFor(ReadOnlyMemory<byte> raw) => Table.Add(raw, raw);

    private static ReadOnlyMemory<byte> RawOf(YamlNode node) => node.File.Content[node.Span.Start..node.Span.End];
}

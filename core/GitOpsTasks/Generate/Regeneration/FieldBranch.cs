using System.Globalization;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Regeneration;

/// <summary>A mapping or list that is put together field by field.</summary>
internal sealed class FieldBranch
{
    // Branches and values by key or label, in the order they came.
    private readonly OrderedDictionary<string, object> _members = new(StringComparer.Ordinal);
    private bool _isList;

    /// <summary>Puts a value at a path; false where another stands in the way.</summary>
    public bool TrySet(ReadOnlySpan<YamlPathStep> steps, YamlValue value)
    {
        if (steps[0].Kind is not (YamlPathStepKind.Key or YamlPathStepKind.Index or YamlPathStepKind.Where))
            return false;
        var isItem = steps[0].Kind != YamlPathStepKind.Key;
        if (_members.Count > 0 && isItem != _isList)
            return false;
        _isList = isItem;
        var name = steps[0].Kind switch
        {
            YamlPathStepKind.Key => steps[0].Text,
            YamlPathStepKind.Index => steps[0].Index.ToString(CultureInfo.InvariantCulture),
            _ => string.Join('.', steps[0].Keys!) + "=" + steps[0].Text,
        };
        if (steps.Length == 1)
            return _members.TryAdd(name, value);
        if (!_members.TryGetValue(name, out var member))
            _members.Add(name, member = new FieldBranch());
        return member is FieldBranch branch && branch.TrySet(steps[1..], value);
    }

    /// <summary>The mapping or list.</summary>
    public YamlValue ToValue()
    {
        var values = _members.Select(member => KeyValuePair.Create(member.Key, member.Value as YamlValue ?? ((FieldBranch)member.Value).ToValue()));
        if (_isList)
            return new YamlList(values.Select(pair => pair.Value));
        var map = new YamlMap();
        foreach (var (key, value) in values)
            map.Add(key, value);
        return map;
    }
}

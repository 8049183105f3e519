namespace GitOpsTasks.Yaml;

/// <summary>A node on the way of a search, with the place among its children that the search has come to.</summary>
internal struct YamlPathFrame
{
    private readonly YamlFile _file;
    private readonly int _first;
    private readonly int _end;
    private int _at;
    private int _count;

    public YamlPathFrame(YamlNode node, bool enters, bool isThroughAlias)
    {
        Target = node.Resolved;
        _file = Target.File;
        _first = _at = Target.Index + 1;
        _end = enters && (Target.IsMapping || Target.IsSequence) ? Target.NextIndex : _at;
        _count = -1;
        Place = -1;
        IsThroughAlias = isThroughAlias;
    }

    /// <summary>The node itself, or what it stands for as an alias.</summary>
    public YamlNode Target { get; }

    /// <summary>Whether an alias is on the way to it, or it is one.</summary>
    public bool IsThroughAlias { get; }

    /// <summary>The place of the current child, from 0.</summary>
    public int Place { get; private set; }

    /// <summary>The key of the current child; of an item, the item.</summary>
    public YamlNode Key { get; private set; }

    /// <summary>The current item or value.</summary>
    public YamlNode Child { get; private set; }

    /// <summary>Goes on to the next item or value.</summary>
    public bool MoveNext()
    {
        if (_at >= _end)
            return false;
        Place++;
        Key = new YamlNode(_file, _at);
        Child = Target.IsMapping ? new YamlNode(_file, Key.NextIndex) : Key;
        _at = Child.NextIndex;
        return true;
    }

    /// <summary>Whether the current child is at a place, counted from the end where negative.</summary>
    public bool IsAt(int place) => place == Place || (place < 0 && place + Count() == Place);

    private int Count()
    {
        if (_count >= 0)
            return _count;
        _count = 0;
        for (var at = _first; at < _end; at = new YamlNode(_file, at).NextIndex)
            _count++;
        return _count = Target.IsMapping ? _count / 2 : _count;
    }
}

namespace GitOpsTasks.Lint.Yaml.Rules;

/// <summary>How a file is to be indented. What the configuration leaves to the file is settled by what stands in it first.</summary>
/// <param name="width">Columns of a level; null for those of the first level.</param>
/// <param name="lists">How lists below keys stand.</param>
internal struct IndentStyle(int? width, ListPlacement lists)
{
    /// <summary>Says that any column further in will do: nothing in the file has settled how far.</summary>
    public const int AnyFurther = -1;

    private int? _width = width;
    private ListPlacement _lists = lists;

    /// <summary>The column a level further in than another one.</summary>
    /// <param name="outer">The other one.</param>
    /// <param name="seen">Where the text stands.</param>
    public int Inside(int outer, int seen)
    {
        _width ??= seen - outer;
        return outer + _width.Value;
    }

    /// <summary>The column of a list that begins below its key.</summary>
    /// <param name="key">The column of the key.</param>
    /// <param name="seen">Where the list stands.</param>
    public int ListBelow(int key, int seen)
    {
        var isAtTheKey = seen == key;
        if (_lists == ListPlacement.AsTheFirst)
            _lists = isAtTheKey ? ListPlacement.AtTheKey : ListPlacement.Indented;
        if (_lists == ListPlacement.AtTheKey || (_lists == ListPlacement.Any && isAtTheKey))
            return key;
        return isAtTheKey && _width is null ? AnyFurther : Inside(key, seen);
    }
}

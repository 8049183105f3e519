namespace GitOpsTasks.Edits.ArgoCd;

/// <summary>The name of a helm parameter, as <c>helm --set</c> reads it: keys joined by dots, a backslash before a dot that is part of a key.</summary>
/// <param name="Prefix">What stands before the last dot; empty where there is none.</param>
/// <param name="Key">The last key.</param>
internal readonly record struct ParameterName(string Prefix, string Key)
{
    /// <summary>The last key of the prefix, without its position in a list.</summary>
    public string Within => Split(Prefix).Key.Split('[')[0];

    /// <summary>Splits a name at its last dot.</summary>
    public static ParameterName Split(string name)
    {
        for (var dot = name.LastIndexOf('.'); dot > 0; dot = name.LastIndexOf('.', dot - 1))
        {
            if (name[dot - 1] != '\\')
                return new ParameterName(name[..dot], name[(dot + 1)..]);
        }

        return new ParameterName("", name);
    }

    /// <summary>The name of another key with the same prefix.</summary>
    public string Beside(string key) => Prefix.Length == 0 ? key : $"{Prefix}.{key}";
}

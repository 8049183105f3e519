namespace GitOpsTasks.Yaml;

/// <summary>Codes of diagnostics about YAML text and edits to it.</summary>
public static class YamlCodes
{
    /// <summary>The text is not YAML.</summary>
    public const string Syntax = "GOT2001";

    /// <summary>The file is larger or deeper than the budget.</summary>
    public const string TooLarge = "GOT2002";

    /// <summary>The file has bytes that are not UTF-8.</summary>
    public const string NotUtf8 = "GOT2003";

    /// <summary>An alias stands for no anchor before it; the tree is whole.</summary>
    public const string UndefinedAlias = "GOT2005";

    /// <summary>An edit would change more than it means to, or cannot be written safely where it should go.</summary>
    public const string EditRefused = "GOT2004";
}

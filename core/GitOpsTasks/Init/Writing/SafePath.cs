namespace GitOpsTasks.Init.Writing;

/// <summary>Paths that mean the same in YAML, in a list of lines and in a shell.</summary>
internal static class SafePath
{
    /// <summary>Whether a path is one: words of letters, digits, <c>-</c>, <c>_</c> and <c>.</c>, and <c>{app}</c>.</summary>
    public static bool Is(string path) => path.Length > 0 && path[0] != '-' && path.Replace(InitRequest.AppPlaceholder, "app", StringComparison.Ordinal)
        .All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/') && path != ".";
}

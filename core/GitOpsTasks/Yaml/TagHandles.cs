namespace GitOpsTasks.Yaml;

/// <summary>What a document's <c>%TAG</c> directives declare (YAML 1.2.2, 6.8.2).</summary>
internal sealed class TagHandles
{
    private readonly Dictionary<string, string> _prefixes = new(StringComparer.Ordinal);

    /// <summary>Declares a handle such as <c>!e!</c>.</summary>
    /// <returns>False where it is declared already.</returns>
    public bool TryDeclare(string handle, string prefix) => _prefixes.TryAdd(handle, prefix);

    /// <summary>The prefix a handle stands for: a declared one, or the default of <c>!</c> and <c>!!</c>; null for others.</summary>
    public static string? PrefixOf(TagHandles? handles, string handle) =>
        handles is not null && handles._prefixes.TryGetValue(handle, out var prefix)
            ? prefix
            : handle switch
            {
                "!" => "!",
                "!!" => "tag:yaml.org,2002:",
                _ => null,
            };
}

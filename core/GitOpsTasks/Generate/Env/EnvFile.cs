using GitOpsTasks.Contracts;

namespace GitOpsTasks.Generate.Env;

/// <summary>What an env file says.</summary>
/// <param name="Entries">Its variables, in the order of the file; no name stands twice.</param>
/// <param name="Diagnostics">Errors, and a warning for each line that readers of the other format take differently.</param>
public sealed record EnvFile(IReadOnlyList<EnvEntry> Entries, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Names and values, in the order of the file.</summary>
    public IReadOnlyDictionary<string, string> Values =>
        new OrderedDictionary<string, string>(Entries.Select(entry => KeyValuePair.Create(entry.Key, entry.Value)), StringComparer.Ordinal);
}

using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate;

/// <summary>An application as it is in one environment, or in the base of all, with the contents of the files it names.</summary>
/// <param name="Spec">What the spec says of it.</param>
/// <param name="Data">The data of its environment variables.</param>
/// <param name="Files">The texts of its files, by their paths in the container.</param>
/// <param name="Sealed">The SealedSecrets, by the names of the Secrets they become.</param>
public sealed record AppVariant(
    AppSpec Spec, ConfigData Data, IReadOnlyDictionary<string, string> Files, IReadOnlyDictionary<string, YamlMap> Sealed)
{
    /// <summary>Whether there is a ConfigMap of environment variables; one without data where only environments have some.</summary>
    public bool HasData { get; init; } = Data.Values.Count > 0;

    /// <summary>Whether there is a ConfigMap of files.</summary>
    public bool HasFiles => Files.Count > 0;
}

using GitOpsTasks.Config;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Generate;

/// <summary>An app spec with the env files it names: all that its manifests are made from.</summary>
/// <param name="Path">The spec's path as the user gave it.</param>
/// <param name="Spec">The spec.</param>
/// <param name="Data">The data of the base.</param>
/// <param name="EnvironmentData">The whole data of each environment that the spec describes.</param>
/// <param name="Diagnostics">Warnings about env files.</param>
public sealed record AppSpecFile(
    string Path,
    AppSpec Spec,
    ConfigData Data,
    IReadOnlyDictionary<string, ConfigData> EnvironmentData,
    IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Whether any environment has data, and so a ConfigMap.</summary>
    public bool HasData => Data.Values.Count > 0 || EnvironmentData.Values.Any(data => data.Values.Count > 0);

    /// <summary>The data of an environment; the base's where the spec does not describe it.</summary>
    public ConfigData DataOf(string environment) => EnvironmentData.GetValueOrDefault(environment, Data);

    /// <summary>What differs in an environment; nothing where the spec does not describe it.</summary>
    public AppEnvironment Environment(string name) => Spec.Environments.GetValueOrDefault(name) ?? new AppEnvironment();

    /// <summary>Loads a spec and its env files.</summary>
    /// <param name="context">Its directory is what a relative path is resolved against; env files have to be in it, or below the spec's folder.</param>
    /// <param name="path">The spec's path as the user gave it.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <exception cref="TaskFailedException">Exit code 2, with all that is wrong in the spec, or in the env files.</exception>
    public static async Task<AppSpecFile> LoadAsync(EngineContext context, string path, CancellationToken cancellationToken)
    {
        var content = await ConfigReader.LoadAsync(context, path, "Write one (docs/generate.md), or give the path of one.", cancellationToken);
        var spec = ConfigReader.Read(content, path, AppSpecReader.Read);
        var files = new EnvFileLoader(context, path);
        var data = ConfigData.Empty.With(await files.LoadAsync(spec.EnvFile, cancellationToken)).With(spec.Env);
        files.CheckSize(data, "base");
        var environments = new OrderedDictionary<string, ConfigData>(StringComparer.Ordinal);
        foreach (var (name, environment) in spec.Environments)
        {
            environments[name] = data.With(await files.LoadAsync(environment.EnvFile, cancellationToken)).With(environment.Env);
            files.CheckSize(environments[name], name);
        }

        return new AppSpecFile(path, spec, data, environments, files.Finish());
    }
}

using GitOpsTasks.Config;
using GitOpsTasks.Contracts;
using GitOpsTasks.Generate.Spec;

namespace GitOpsTasks.Generate;

/// <summary>An app spec with the files it names: all that its manifests are made from.</summary>
/// <param name="Path">The spec's path as the user gave it.</param>
/// <param name="Base">What all environments have in common.</param>
/// <param name="Environments">The application in each environment that the spec describes.</param>
/// <param name="Diagnostics">Warnings about env files.</param>
public sealed record AppSpecFile(
    string Path, AppVariant Base, IReadOnlyDictionary<string, AppVariant> Environments, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>The spec.</summary>
    public AppSpec Spec => Base.Spec;

    /// <summary>The application in an environment; the base where the spec does not describe it.</summary>
    public AppVariant In(string environment) => Environments.GetValueOrDefault(environment, Base);

    /// <summary>Loads a spec and the files it names.</summary>
    /// <param name="context">Its directory is what a relative path is resolved against; files have to be in it, or below the spec's folder.</param>
    /// <param name="path">The spec's path as the user gave it.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <exception cref="TaskFailedException">Exit code 2, with all that is wrong in the spec, or in the files.</exception>
    public static async Task<AppSpecFile> LoadAsync(EngineContext context, string path, CancellationToken cancellationToken)
    {
        var content = await ConfigReader.LoadAsync(context, path, "Write one (docs/generate.md), or give the path of one.", cancellationToken);
        var files = new NamedFiles(context, path);
        var parts = await SpecParts.LoadAsync(content, files, cancellationToken);
        var spec = ConfigReader.Read(content, path, reader => AppSpecReader.Read(reader, parts));
        var loader = new VariantLoader(files, path);
        var @base = await loader.LoadAsync(spec, "base", cancellationToken);
        var environments = new OrderedDictionary<string, AppVariant>(StringComparer.Ordinal);
        foreach (var (name, environment) in spec.Environments)
            environments[name] = await loader.LoadAsync(environment, name, cancellationToken);
        if (environments.Count > 0)
            @base = @base with { HasData = environments.Values.All(environment => environment.HasData) };
        return new AppSpecFile(path, @base, environments, loader.Finish());
    }
}

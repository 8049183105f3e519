using System.Text;
using GitOpsTasks.Contracts;
using GitOpsTasks.Generate.Env;
using GitOpsTasks.Generate.Spec;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate;

/// <summary>Loads the files that a spec names, and collects what is wrong in all of them.</summary>
internal sealed class VariantLoader(EnvFileLoader envFiles, NamedFiles files, string specPath)
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly List<Diagnostic> _diagnostics = [];

    /// <summary>The application with the contents of its files.</summary>
    /// <param name="spec">What is said of it.</param>
    /// <param name="name">The environment's name, or <c>base</c>.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    public async Task<AppVariant> LoadAsync(AppSpec spec, string name, CancellationToken cancellationToken)
    {
        var data = ConfigData.Empty;
        foreach (var layer in spec.Env)
        {
            foreach (var file in layer.Files)
                data = data.With(await envFiles.LoadAsync(file, spec.EnvPublic, cancellationToken));
            data = data.With(layer.Values);
        }

        envFiles.CheckSize(data, name);
        var texts = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, file) in spec.Files)
            texts[path] = file.Content ?? await TextAsync(file.From, cancellationToken);
        var sealedSecrets = new OrderedDictionary<string, YamlMap>(StringComparer.Ordinal);
        foreach (var (secret, source) in spec.Secrets)
        {
            if (source.Sealed is { } file && await SealedAsync(secret, file, cancellationToken) is { } manifest)
                sealedSecrets[secret] = manifest;
        }

        return new AppVariant(spec, data, texts, sealedSecrets);
    }

    /// <summary>The warnings.</summary>
    /// <exception cref="TaskFailedException">Exit code 2, where there are errors; with the warnings.</exception>
    public IReadOnlyList<Diagnostic> Finish()
    {
        var warnings = envFiles.Finish();
        return _diagnostics.Count == 0 ? warnings : throw new TaskFailedException(ExitCode.Usage, [.. warnings, .. _diagnostics.Distinct()]);
    }

    private async Task<string> TextAsync(SpecFileReference? file, CancellationToken cancellationToken)
    {
        if (file is null || await FindAsync(file, cancellationToken) is not { } content)
            return "";
        try
        {
            return KubernetesText.EnvValue(s_utf8.GetString(content.Span).ReplaceLineEndings("\n"));
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            Report(GenerateCodes.FileMissing, file, $"The file '{file.Path}' is no text.", "Mount binary files from a ConfigMap of your own, as a volume.");
            return "";
        }
    }

    private async Task<YamlMap?> SealedAsync(string secret, SpecFileReference file, CancellationToken cancellationToken)
    {
        if (await FindAsync(file, cancellationToken) is not { } content)
            return null;
        var yaml = YamlFile.Parse(content, file.Path);
        if (yaml.IsValid && yaml.Documents is [{ IsMapping: true } root] && root.Text("kind") == "SealedSecret" && root["metadata"]?.Text("name") == secret)
            return (YamlMap)NodeValue.Of(root);
        Report(
            GenerateCodes.NotSealed, file, $"'{file.Path}' does not hold one SealedSecret named '{secret}'.", "Make it with kubeseal, and give it the name of the secret.");
        return null;
    }

    private async Task<ReadOnlyMemory<byte>?> FindAsync(SpecFileReference file, CancellationToken cancellationToken)
    {
        if (await files.FindAsync(file.Path, cancellationToken) is { } found)
            return found.Content;
        Report(
            GenerateCodes.FileMissing,
            file,
            $"There is no file '{file.Path}' that could be read.",
            "The path is relative to the spec's folder; keep the file in the directory, and no link.");
        return null;
    }

    private void Report(string code, SpecFileReference file, string message, string advice) =>
        _diagnostics.Add(Diagnostic.Error(code, message, advice, file.Place ?? new SourcePlace(specPath)));
}

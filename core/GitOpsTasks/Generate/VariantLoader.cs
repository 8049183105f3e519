using System.Text;
using GitOpsTasks.Contracts;
using GitOpsTasks.Generate.Env;
using GitOpsTasks.Generate.Spec;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate;

/// <summary>Loads the files that a spec names, and collects what is wrong in all of them.</summary>
internal sealed class VariantLoader(NamedFiles files, string specPath)
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
                data = data.With(await VariablesAsync(file, spec.EnvRules.Public, cancellationToken));
            data = data.With(layer.Values);
        }

        CheckSize(data, name);
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
    public IReadOnlyList<Diagnostic> Finish() => _diagnostics.Exists(d => d.Severity == Severity.Error)
        ? throw new TaskFailedException(ExitCode.Usage, [.. _diagnostics.Distinct()])
        : [.. _diagnostics.Distinct()];

    private async Task<IEnumerable<KeyValuePair<string, string>>> VariablesAsync(
        EnvFileReference file, IReadOnlyCollection<string> open, CancellationToken cancellationToken)
    {
        if (await FindAsync(GenerateCodes.EnvFileMissing, file, cancellationToken) is not { } found)
            return [];
        var read = EnvFileReader.Read(found.Content.Span, found.Shown, file.Format);
        _diagnostics.AddRange(read.Diagnostics);
        _diagnostics.AddRange(read.Entries.Where(entry => PlainSecret.IsOne(entry.Key, entry.Value, open)).Select(PlainSecret.At));
        return read.Values;
    }

    // The API server refuses more.
    private void CheckSize(ConfigData data, string environment)
    {
        if (data.Bytes <= KubernetesText.ConfigMapBytes)
            return;
        _diagnostics.Add(Diagnostic.Error(
            GenerateCodes.DataTooLarge,
            $"The ConfigMap of '{environment}' has {data.Bytes} bytes of data, more than {KubernetesText.ConfigMapBytes}.",
            "Move large values into files of a volume.",
            new SourcePlace(specPath)));
    }

    private async Task<string> TextAsync(SpecFileReference? file, CancellationToken cancellationToken)
    {
        if (file is null || await FindAsync(GenerateCodes.FileMissing, file, cancellationToken) is not { } found)
            return "";
        try
        {
            return KubernetesText.EnvValue(s_utf8.GetString(found.Content.Span).ReplaceLineEndings("\n"));
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            Report(GenerateCodes.FileMissing, file, $"The file '{file.Path}' is no text.", "Mount binary files from a ConfigMap of your own, as a volume.");
            return "";
        }
    }

    private async Task<YamlMap?> SealedAsync(string secret, SpecFileReference file, CancellationToken cancellationToken)
    {
        if (await FindAsync(GenerateCodes.FileMissing, file, cancellationToken) is not { } found)
            return null;
        var yaml = YamlFile.Parse(found.Content, file.Path);
        if (yaml.IsValid && yaml.Documents is [{ IsMapping: true } root] && root.Text("kind") == "SealedSecret" && root["metadata"]?.Text("name") == secret)
            return (YamlMap)ValueReader.Read(root);
        Report(
            GenerateCodes.NotSealed, file, $"'{file.Path}' does not hold one SealedSecret named '{secret}'.", "Make it with kubeseal, and give it the name of the secret.");
        return null;
    }

    private async Task<NamedFile?> FindAsync(string code, SpecFileReference file, CancellationToken cancellationToken)
    {
        var found = await files.ReadAsync(file.Path, cancellationToken);
        if (found.Problem is not { } problem)
            return found;
        Report(code, file, problem, found.Advice);
        return null;
    }

    private void Report(string code, SpecFileReference file, string message, string advice) =>
        _diagnostics.Add(Diagnostic.Error(code, message, advice, file.Place ?? new SourcePlace(specPath)));
}

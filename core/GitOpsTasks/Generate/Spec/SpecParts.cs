using GitOpsTasks.Config;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Spec;

/// <summary>The files that environments of a spec are written in (<c>from</c>), read before the spec is.</summary>
internal sealed class SpecParts
{
    private readonly Dictionary<string, NamedFile> _files = new(StringComparer.Ordinal);

    /// <summary>None, for a spec that is all in one file.</summary>
    public static SpecParts None { get; } = new();

    /// <summary>Reads the files that a spec names.</summary>
    public static async Task<SpecParts> LoadAsync(ReadOnlyMemory<byte> spec, NamedFiles files, CancellationToken cancellationToken)
    {
        var yaml = YamlFile.Parse(spec, "");
        if (!yaml.IsValid || yaml.Documents is not [{ IsMapping: true } root])
            return None;
        var parts = new SpecParts();
        foreach (var (_, environment) in root["environments"]?.Resolved.Pairs ?? [])
        {
            if (environment.Resolved.Text("from") is { } path)
                parts._files[path] = await files.ReadAsync(path, cancellationToken);
        }

        return parts;
    }

    /// <summary>Reads an environment over an application; the application where the file is not there, which is reported.</summary>
    public AppSpec Read(MappingReader reader, AppSpec app, Func<MappingReader, AppSpec, AppSpec> read)
    {
        if (reader.Text("from") is not { } path || reader.NodeOf("from") is not { } node)
            return app;
        if (!_files.TryGetValue(path, out var file))
            return app;
        if (file.Problem is null)
            return ConfigReader.Read(file.Content, file.Shown, r => read(r, app));
        reader.Report(GenerateCodes.FileMissing, node, file.Problem, file.Advice);
        return app;
    }
}

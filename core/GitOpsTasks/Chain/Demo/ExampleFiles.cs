namespace GitOpsTasks.Chain.Demo;

/// <summary>The example application, as it is in the folder <c>examples/web</c> of the project.</summary>
internal static class ExampleFiles
{
    /// <summary>The version the example is at.</summary>
    public const string Version = "1.1.0";

    private const string Prefix = "example/";

    /// <summary>Writes the example.</summary>
    /// <param name="folder">Absolute path of an existing folder.</param>
    /// <param name="version">The version to write; an earlier one differs in the texts that name it.</param>
    /// <param name="cancellationToken">Cancels writing.</param>
    public static async Task WriteAsync(string folder, string version, CancellationToken cancellationToken)
    {
        var assembly = typeof(ExampleFiles).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            var text = await reader.ReadToEndAsync(cancellationToken);
            var path = Path.Join(folder, name[Prefix.Length..].Replace('\\', '/'));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, text.Replace(Version, version, StringComparison.Ordinal), cancellationToken);
        }
    }
}

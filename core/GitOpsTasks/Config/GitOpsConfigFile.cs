using GitOpsTasks.Contracts;

namespace GitOpsTasks.Config;

/// <summary>Loads <c>gitops.yaml</c>.</summary>
public static class GitOpsConfigFile
{
    /// <summary>The name looked for where none is given.</summary>
    public const string DefaultName = "gitops.yaml";

    /// <summary>Loads the file.</summary>
    /// <param name="context">Its directory is what a relative path is resolved against.</param>
    /// <param name="path">The path as the user gave it.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <exception cref="TaskFailedException">Exit code 2: the file is missing, or with all that is wrong in it.</exception>
    public static async Task<GitOpsConfig> LoadAsync(
        EngineContext context, string path = DefaultName, CancellationToken cancellationToken = default)
    {
        var content = await ConfigReader.LoadAsync(
            context, path, "Write one (docs/configuration.md), or name it with --config FILE.", cancellationToken);
        return Parse(content, path) with { Directory = Path.GetDirectoryName(context.Resolve(path))! };
    }

    /// <summary>As <see cref="LoadAsync"/>, but null where there is no such file.</summary>
    /// <inheritdoc cref="LoadAsync"/>
    public static async Task<GitOpsConfig?> LoadIfPresentAsync(
        EngineContext context, string path = DefaultName, CancellationToken cancellationToken = default) =>
        File.Exists(context.Resolve(path)) ? await LoadAsync(context, path, cancellationToken) : null;

    /// <summary>As <see cref="LoadAsync"/>, but a configuration that says nothing where there is no such file.</summary>
    /// <inheritdoc cref="LoadAsync"/>
    public static async Task<GitOpsConfig> LoadOrEmptyAsync(
        EngineContext context, string path = DefaultName, CancellationToken cancellationToken = default) =>
        await LoadIfPresentAsync(context, path, cancellationToken) ?? new GitOpsConfig { Directory = context.Directory };

    /// <summary>Reads the bytes of a file.</summary>
    /// <param name="content">The file.</param>
    /// <param name="path">The path shown in diagnostics.</param>
    /// <exception cref="TaskFailedException">Exit code 2, with all that is wrong in it.</exception>
    public static GitOpsConfig Parse(ReadOnlyMemory<byte> content, string path) =>
        ConfigReader.Read(content, path, GitOpsConfigReader.Read);
}

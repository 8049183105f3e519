namespace GitOpsTasks.Parts;

/// <summary>
/// The image of the GitHub actions, built from the project's Dockerfile by a Docker Engine of its own, on a base that
/// debootstrap made. Needs root.
/// </summary>
public sealed class ActionImage : IAsyncDisposable
{
    /// <summary>The name of the image.</summary>
    public const string Name = "gitops-action";

    /// <summary>The name of the base: Debian with git, CA certificates and kustomize.</summary>
    public const string Base = "gitops-base";

    private ActionImage(DockerDaemon daemon) => Daemon = daemon;

    /// <summary>How its engine keeps images: layers that are shared save copying the base for every run, but one overlay cannot lie on another.</summary>
    public static string StorageDriver { get; } =
        new DriveInfo(Path.GetTempPath()).DriveFormat.StartsWith("overlay", StringComparison.Ordinal) ? "native" : "overlayfs";

    /// <summary>The engine that has both.</summary>
    public DockerDaemon Daemon { get; }

    /// <summary>Builds it; the test is skipped, or fails in CI, where a part is missing.</summary>
    /// <param name="repository">The folder of the Dockerfile.</param>
    /// <param name="publishAsync">Publishes the command, and returns the folder it is in.</param>
    public static async Task<ActionImage> BuildAsync(string repository, Func<Task<string>> publishAsync)
    {
        var daemon = await DockerDaemon.StartAsync(storageDriver: StorageDriver);
        try
        {
            var publishing = publishAsync();
            await daemon.RunAsync("docker", "import", await daemon.RunAsync("action-base"), Base);
            await BuildAsync(daemon, repository, await publishing);
            return new ActionImage(daemon);
        }
        catch
        {
            await daemon.DisposeAsync();
            throw;
        }
    }

    /// <summary>Pushes the image, or its base, to a registry on loopback.</summary>
    /// <param name="name"><see cref="Name"/> or <see cref="Base"/>.</param>
    /// <param name="reference">Where to, with a tag.</param>
    /// <returns>The digest the registry has it by.</returns>
    public async Task<string> PushAsync(string name, string reference)
    {
        await Daemon.RunAsync("docker", "tag", name, reference);
        await Daemon.RunAsync("docker", "push", "--quiet", reference);
        return await Daemon.RunAsync("skopeo", "inspect", "--tls-verify=false", "--format", "{{.Digest}}", $"docker://{reference}");
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => Daemon.DisposeAsync();

    private static async Task BuildAsync(DockerDaemon daemon, string repository, string published)
    {
        var context = Directory.CreateTempSubdirectory("gitops-context-").FullName;
        try
        {
            await LayOutAsync(repository, published, context);
            await daemon.RunAsync("docker", "build", "--quiet", "--network=none", "--build-arg", $"BASE={Base}", "--tag", Name, context);
        }
        finally
        {
            Directory.Delete(context, recursive: true);
        }
    }

    // What 'docker build' would be given of the repository, without whatever else was published there.
    private static async Task LayOutAsync(string repository, string published, string context)
    {
        foreach (var file in (string[])["Dockerfile", ".dockerignore"])
            File.Copy(Path.Combine(repository, file), Path.Combine(context, file));
        var target = Path.Combine(context, PublishedFolder(repository));
        foreach (var file in Directory.EnumerateFiles(published, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(published, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            await using var from = File.OpenRead(file);
            await using var to = new FileStream(copy, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = File.GetUnixFileMode(file) });
            await from.CopyToAsync(to);
        }
    }

    /// <summary>The folder that the Dockerfile copies, from the root of the repository.</summary>
    public static string PublishedFolder(string repository)
    {
        const string Argument = "ARG PUBLISHED=";
        return File.ReadLines(Path.Combine(repository, "Dockerfile")).Single(line => line.StartsWith(Argument, StringComparison.Ordinal))[Argument.Length..];
    }
}

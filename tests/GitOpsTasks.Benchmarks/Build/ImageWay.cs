using GitOpsTasks.Parts;

namespace GitOpsTasks.Benchmarks.Build;

/// <summary>One way from a folder to an image in a registry, with the times it took.</summary>
/// <param name="name">What it is.</param>
/// <param name="commands">Its commands, given the image's name.</param>
/// <param name="needsDaemon">
/// Whether they need a Docker Engine. Each run has a new one, which has nothing in store; it keeps images itself, as containerd's
/// store loses layers in the midst of builds that follow each other ("parent snapshot does not exist").
/// </param>
internal sealed class ImageWay(
    string name,
    Func<string, IReadOnlyList<(string Program, string[] Arguments)>> commands,
    bool needsDaemon)
{
    /// <summary>Nothing was built before, and the registry is empty.</summary>
    public Series Cold { get; } = new(name);

    /// <summary>One page changed since the last build.</summary>
    public Series Changed { get; } = new(name);

    /// <summary>Nothing changed since the last build.</summary>
    public Series Same { get; } = new(name);

    /// <summary>Builds with nothing kept, then after a change, then without one.</summary>
    public async Task RunAsync(ImageApplication application, bool counts)
    {
        var home = Directory.CreateTempSubdirectory("gitops-build-home-").FullName;
        await using var daemon = needsDaemon ? await DockerDaemon.StartAsync(usesContainerd: false) : null;
        var environment = new Dictionary<string, string>
        {
            ["HOME"] = home,
            ["XDG_CACHE_HOME"] = home,
            ["DOCKER_CONFIG"] = home,
            ["DOCKER_HOST"] = daemon?.Address ?? "unix:///nowhere",
            ["BUILDX_NO_DEFAULT_ATTESTATIONS"] = "1",
        };
        await using var registry = await DockerRegistryServer.StartAsync();
        var image = $"{registry.Host}/acme/web";
        await application.PointToAsync(image);
        Add(Cold, await TimeAsync(application, image, environment), counts);
        await application.EditAsync();
        Add(Changed, await TimeAsync(application, image, environment), counts);
        Add(Same, await TimeAsync(application, image, environment), counts);
        Directory.Delete(home, recursive: true);
    }

    private async Task<TimeSpan> TimeAsync(ImageApplication application, string image, Dictionary<string, string> environment)
    {
        var all = TimeSpan.Zero;
        foreach (var (program, arguments) in commands(image))
            all += await Shell.RunAsync(program, arguments, folder: application.Folder, environment: environment);
        return all;
    }

    private static void Add(Series series, TimeSpan time, bool counts)
    {
        if (counts)
            series.Add(time);
    }
}

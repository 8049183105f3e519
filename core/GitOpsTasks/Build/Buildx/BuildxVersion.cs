using System.Globalization;
using System.Text.RegularExpressions;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Build.Buildx;

/// <summary>Whether <c>docker buildx</c> is there, and in which version.</summary>
internal sealed partial class BuildxVersion(DockerCommand docker)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(1);

    // The first that knows annotations, of November 2023.
    private static readonly Version Least = new(0, 12);

    /// <summary>Whether it is there at all.</summary>
    public async Task<bool> IsInstalledAsync(CancellationToken cancellationToken)
    {
        try
        {
            await ReadAsync(cancellationToken);
            return true;
        }
        catch (TaskFailedException)
        {
            return false;
        }
    }

    /// <summary>Requires a version that knows all that is passed to it.</summary>
    /// <exception cref="TaskFailedException">GOT5017: docker or the plugin is missing, or too old.</exception>
    public async Task RequireAsync(CancellationToken cancellationToken)
    {
        var version = await ReadAsync(cancellationToken);
        if (version < Least)
        {
            throw TaskFailedException.Usage(
                BuildCodes.BuildxMissing,
                $"docker buildx is {version}; {Least} is needed.",
                "Update the buildx plugin: https://docs.docker.com/go/buildx/ tells how.");
        }
    }

    /// <summary>The version in a line such as <c>github.com/docker/buildx v0.14.0 171fcbe</c>; null where there is none.</summary>
    internal static Version? Parse(string text) =>
        Number().Match(text) is { Success: true } match
            ? new Version(Int(match, 1), Int(match, 2), Int(match, 3))
            : null;

    private static int Int(Match match, int group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private async Task<Version> ReadAsync(CancellationToken cancellationToken)
    {
        var result = await docker.RunAsync(["buildx", "version"], Deadline, null, cancellationToken);
        if (result.Succeeded && Parse(result.Text) is { } version)
            return version;
        throw TaskFailedException.Usage(
            BuildCodes.BuildxMissing,
            "The docker command has no buildx plugin.",
            "Install docker-buildx (the package docker-buildx-plugin), or use builder docker or layers.");
    }

    [GeneratedRegex(@"(?:\A|[\sv])(\d{1,4})\.(\d{1,4})\.(\d{1,4})", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}

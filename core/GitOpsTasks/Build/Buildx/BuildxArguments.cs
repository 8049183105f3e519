using GitOpsTasks.Build.Docker;

namespace GitOpsTasks.Build.Buildx;

/// <summary>The arguments of <c>docker buildx build</c>. Secrets are never among them: only where they are.</summary>
/// <param name="plan">The image.</param>
/// <param name="sources">The checked sources.</param>
internal sealed class BuildxArguments(ImagePlan plan, BuildxSources sources)
{
    /// <summary>Whether times of files in the layers of an archive are set back to SOURCE_DATE_EPOCH.</summary>
    public bool RewritesTimes { get; init; }

    /// <summary>Where the archive of the image layout is written; null where the image does not go to a layout.</summary>
    public string? Archive { get; init; }

    /// <summary>Whether buildx pushes.</summary>
    public bool Pushes { get; init; }

    /// <summary>The arguments.</summary>
    /// <param name="metadataFile">Absolute path of the file that is written.</param>
    /// <param name="idFile">Absolute path of the file that is written.</param>
    public IReadOnlyList<string> All(string metadataFile, string idFile) =>
    [
        "buildx", "build", "--progress", "plain", "--metadata-file", metadataFile, "--iidfile", idFile,
        .. sources.Dockerfile is { } file ? new[] { "--file", file } : [],
        .. Each("--tag", plan.Tags.Tags.Select(tag => $"{plan.Spec.Repository}:{tag}")),
        .. Each("--label", plan.Labels.OrderBy(label => label.Key, StringComparer.Ordinal).Select(label => $"{label.Key}={label.Value}")),
        .. Each("--annotation", plan.Annotations.Select(annotation => annotation.ToString())),
        .. plan.Spec.Platforms.Count > 0 ? new[] { "--platform", string.Join(',', plan.Spec.Platforms) } : [],
        .. Steps(),
        .. Attestations(),
        .. Output(),
        sources.Context,
    ];

    private IEnumerable<string> Steps()
    {
        var file = plan.Spec.Dockerfile;
        return
        [
            .. file.Target is { } target ? new[] { "--target", target } : [],
            .. Each("--build-arg", DockerBuildQuery.ArgumentsOf(plan).Select(argument => $"{argument.Key}={argument.Value}")),
            .. Each("--build-context", sources.Contexts.Select(context => $"{context.Key}={context.Value}")),
            .. Each("--secret", sources.Secrets),
            .. Each("--ssh", file.Ssh),
            .. Each("--cache-from", file.CacheFrom),
            .. Each("--cache-to", file.CacheTo),
            .. file.Network is { } network ? new[] { "--network", network } : [],
            .. Each("--add-host", file.Hosts),
            .. file.Pull ? new[] { "--pull" } : [],
            .. file.NoCache ? new[] { "--no-cache" } : [],
        ];
    }

    // buildx adds provenance by itself, with the time of the build in it: the same sources would never give the same digest.
    private IEnumerable<string> Attestations() =>
    [
        plan.Spec.Provenance == true ? "--provenance=mode=min" : "--provenance=false",
        .. plan.Spec.Sbom is { } wants ? new[] { wants ? "--sbom=true" : "--sbom=false" } : [],
    ];

    private IEnumerable<string> Output()
    {
        // An engine with the containerd image store refuses to set times back in an image that it keeps itself.
        if (Archive is { } archive)
            return ["--output", $"type=oci,{CsvField($"dest={archive}")}{(RewritesTimes ? ",rewrite-timestamp=true" : "")}"];
        if (Pushes)
            return ["--push"];

        // Of several platforms not every builder can hand the images to the engine; those that can do so by themselves.
        return plan.Spec.Platforms.Count > 1 ? [] : ["--load"];
    }

    private static IEnumerable<string> Each(string option, IEnumerable<string> values) => values.SelectMany(value => new[] { option, value });

    /// <summary>A field of the comma-separated values that buildx reads.</summary>
    public static string CsvField(string text) =>
        text.AsSpan().IndexOfAny(",\"") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

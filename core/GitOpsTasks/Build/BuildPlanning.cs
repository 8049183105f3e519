using GitOpsTasks.Build.Buildx;
using GitOpsTasks.Build.Docker;
using GitOpsTasks.Contracts;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Build;

/// <summary>Works out and checks all that can be known before the first image is built.</summary>
internal static class BuildPlanning
{
    /// <summary>A plan for each image asked for, in the order of the configuration.</summary>
    /// <exception cref="TaskFailedException">Something asked for cannot be; nothing was built.</exception>
    public static async Task<IReadOnlyList<ImagePlan>> PlanAsync(BuildRequest request, EngineContext context, CancellationToken cancellationToken)
    {
        var plans = new List<ImagePlan>();
        foreach (var spec in Select(request))
            plans.Add(await PlanAsync(RequestedImage.With(spec, request), request, context, cancellationToken));
        return plans;
    }

    private static IEnumerable<ImageSpec> Select(BuildRequest request)
    {
        if (request.Names.FirstOrDefault(name => request.Images.All(image => image.Name != name)) is { } missing)
            throw NoImages($"'{request.Config}' has no image '{missing}'.", Known(request));
        if (request.Images.Count == 0)
            throw NoImages($"'{request.Config}' describes no images.", "Add an image below 'images:'.");
        return request.Names.Count == 0 ? request.Images : request.Images.Where(image => request.Names.Contains(image.Name));
    }

    private static async Task<ImagePlan> PlanAsync(ImageSpec spec, BuildRequest request, EngineContext context, CancellationToken cancellationToken)
    {
        var layout = request.Layout ?? spec.Artifact;
        var builder = await BuilderSelection.ChooseAsync(spec with { Artifact = layout }, request.Builder, context, cancellationToken);
        Check(spec, builder);
        if (builder == BuilderKind.Docker && layout is not null && !request.MetadataOnly)
        {
            throw TaskFailedException.Usage(
                BuildCodes.DestinationNotSupported,
                $"The image '{spec.Name}' is built by Docker, which does not write image layouts.",
                "Use 'builder: layers' or 'builder: buildx' for it, or push it to a registry.");
        }

        var names = await BuildNaming.NameAsync(spec, request, context, cancellationToken);
        if (names.TagNames.Count == 0 && (request.Push || layout is not null))
            throw NoTags(spec, request);
        if (!request.MetadataOnly)
            RequireFiles(spec, builder, context);
        var created = SourceDate.From(context) ?? request.Event?.CommitTime ?? request.Revision?.CommitTime;
        return new ImagePlan(spec, new ResolvedTags(names.TagNames, names.Version, names.Diagnostics), names.Labels, created)
        {
            Builder = builder,
            Annotations = names.Annotations,
        };
    }

    private static void Check(ImageSpec spec, BuilderKind builder)
    {
        _ = RegistryAddress.Parse(spec.Repository);
        if (spec.Name.Trim('.').Length == 0 || spec.Name.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('.' or '_' or '-')))
            throw SpecInvalid($"'{spec.Name}' is not a name for an image.", "Use letters, digits, '.', '_' and '-'.");
        if (spec.Platforms.FirstOrDefault(text => OciPlatform.TryParse(text) is null) is { } platform)
            throw SpecInvalid($"The image '{spec.Name}' has the platform '{platform}'.", "Write it as linux/amd64.");
        if (builder == BuilderKind.Layers && spec.Layers is not ({ Layers.Count: > 0 } or { Project: not null } or { Base: not null }))
            throw SpecInvalid($"The image '{spec.Name}' has no layers to be built from.", "Add 'layers:' or 'project:', or use builder docker.");
        if (builder == BuilderKind.Docker && BuildxNeeds.Of(spec) is { } key)
            throw SpecInvalid($"The image '{spec.Name}' has '{key}', which the Docker Engine cannot do over its API.", $"Use 'builder: buildx' for it, or remove '{key}'.");
    }

    // Found missing after the image was pushed, a file would leave it without what belongs to it.
    private static void RequireFiles(ImageSpec spec, BuilderKind builder, EngineContext context)
    {
        if (builder != BuilderKind.Layers && !(builder == BuilderKind.Buildx && BuildSources.IsRemote(spec.Context)))
            _ = BuildSources.Find(spec, context);
        if (spec.Attach.FirstOrDefault(file => !File.Exists(context.Resolve(file.Path))) is { } missing)
        {
            throw TaskFailedException.Usage(
                UsageCodes.PathNotFound,
                $"'{context.Resolve(missing.Path)}' does not exist; it is to be attached to the image '{spec.Name}'.",
                "Make it first, or correct 'attach'.");
        }
    }

    private static TaskFailedException NoTags(ImageSpec spec, BuildRequest request) => TaskFailedException.Usage(
        BuildCodes.NoTags,
        $"The image '{spec.Name}' has no tag: none of its rules ({string.Join("; ", spec.Tags)}) applies.",
        request.Revision is null
            ? "Its sources are not in a git commit; commit them, or add a rule such as type=raw,value=dev."
            : "Add a rule that always applies, such as type=sha.");

    private static string Known(BuildRequest request) =>
        request.Images.Count == 0 ? "It describes no images." : $"It has {string.Join(", ", request.Images.Select(i => i.Name))}.";

    private static TaskFailedException NoImages(string message, string advice) =>
        TaskFailedException.Usage(BuildCodes.NoImages, message, advice);

    private static TaskFailedException SpecInvalid(string message, string advice) =>
        TaskFailedException.Usage(BuildCodes.SpecInvalid, message, advice);
}

using GitOpsTasks.Contracts;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Build;

/// <summary>Works out and checks all that can be known before the first image is built.</summary>
internal static class BuildPlanning
{
    /// <summary>A plan for each image asked for, in the order of the configuration.</summary>
    /// <exception cref="TaskFailedException">Something asked for cannot be; nothing was built.</exception>
    public static IReadOnlyList<ImagePlan> Plan(BuildRequest request, EngineContext context) =>
        [.. Select(request).Select(spec => Plan(spec, request, context))];

    private static IEnumerable<ImageSpec> Select(BuildRequest request)
    {
        if (request.Names.FirstOrDefault(name => request.Images.All(image => image.Name != name)) is { } missing)
            throw NoImages($"'{request.Config}' has no image '{missing}'.", Known(request));
        if (request.Images.Count == 0)
            throw NoImages($"'{request.Config}' describes no images.", "Add an image below 'images:'.");
        return request.Names.Count == 0 ? request.Images : request.Images.Where(image => request.Names.Contains(image.Name));
    }

    private static ImagePlan Plan(ImageSpec spec, BuildRequest request, EngineContext context)
    {
        spec = spec with { Builder = request.Builder ?? spec.Builder };
        _ = RegistryAddress.Parse(spec.Repository);
        if (spec.Name.Trim('.').Length == 0 || spec.Name.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('.' or '_' or '-')))
            throw SpecInvalid($"'{spec.Name}' is not a name for an image.", "Use letters, digits, '.', '_' and '-'.");
        if (spec.Platform is { } platform && OciPlatform.TryParse(platform) is null)
            throw SpecInvalid($"The image '{spec.Name}' has the platform '{platform}'.", "Write it as linux/amd64.");
        if (spec.Builder == BuilderKind.Layers && spec.Layers.Count == 0)
            throw SpecInvalid($"The image '{spec.Name}' has no layers to be built from.", "Add 'layers:', or use builder docker.");
        if (spec.Builder == BuilderKind.Docker && request.Artifact is not null && !request.MetadataOnly)
        {
            throw TaskFailedException.Usage(
                BuildCodes.DestinationNotSupported,
                $"The image '{spec.Name}' is built by Docker, which does not write image layouts.",
                "Use 'builder: layers' for it, or push it to a registry.");
        }

        var tags = TagRules.Parse(spec.Tags).Resolve(request.Revision);
        if (tags.Tags.Count == 0 && (request.Push || request.Artifact is not null))
            throw NoTags(spec, request);
        var created = Epoch(context) ?? request.Revision?.CommitTime;
        return new ImagePlan(spec, tags, ImageLabels.Of(spec, tags.Version, request.Revision, created), created);
    }

    private static DateTimeOffset? Epoch(EngineContext context) =>
        context.Environment["SOURCE_DATE_EPOCH"] is null ? null : context.StampTime;

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

using GitOpsTasks.Build.Names;
using GitOpsTasks.Contracts;
using GitOpsTasks.Images;

namespace GitOpsTasks.Build;

/// <summary>Names the images of a build, and images that are built elsewhere.</summary>
internal static class BuildNaming
{
    // A cluster that follows latest does not follow Git: images of a configuration get it only where a flavor asks for it.
    private const string NoLatest = "latest=false";

    /// <summary>Names an image of the configuration.</summary>
    public static async Task<ImageNames> NameAsync(ImageSpec spec, BuildRequest request, EngineContext context, CancellationToken cancellationToken)
    {
        var texts = request.Naming;
        var naming = RequestOf(request, context) with
        {
            Tags = string.Join('\n', texts.Tags.Count > 0 ? texts.Tags : spec.Tags),
            Flavor = texts.Flavor.Count > 0 ? string.Join('\n', texts.Flavor) : string.Join('\n', spec.Flavor.Prepend(NoLatest)),
            OwnLabels = spec.Labels,
            Annotations = string.Join('\n', spec.Annotations.Concat(texts.Annotations)),
        };
        try
        {
            var names = await ImageNaming.NameAsync(naming, request.Event ?? request.Revision?.ToEvent() ?? new BuildEvent(), cancellationToken);
            return names with { Diagnostics = [.. names.Diagnostics.Select(Told)] };
        }
        catch (TaskFailedException e)
        {
            throw new TaskFailedException(e.ExitCode, [.. e.Diagnostics.Select(Told)], e);
        }

        Diagnostic Told(Diagnostic diagnostic) => texts.Tags.Count == 0 ? InConfiguration(diagnostic, spec, request) : diagnostic;
    }

    /// <summary>Names the repositories of the input <c>images</c>, for which no configuration is needed.</summary>
    /// <exception cref="TaskFailedException">GOT1003: something is to be built too.</exception>
    public static async Task<TaskOutcome<BuildResult>> NameOnlyAsync(BuildRequest request, EngineContext context, CancellationToken cancellationToken)
    {
        if (!request.MetadataOnly || request.Names.Count > 0)
        {
            throw TaskFailedException.Usage(
                UsageCodes.InputsContradict,
                "The input 'images' names images that are built elsewhere.",
                "Add --metadata-only, --artifact DIR or --copy-from REFERENCE and leave --image out; or leave out --images to build those of the configuration.");
        }

        var (names, _) = await NameImagesAsync(request, context, cancellationToken);
        return TaskOutcome<BuildResult>.Done(ResultOf([.. ResultsOf(names)], names), names.Diagnostics);
    }

    /// <summary>Names the repositories of the input <c>images</c> by its other inputs and what happened to the sources.</summary>
    /// <param name="request">The request.</param>
    /// <param name="context">The world around.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <param name="tags">The rules where none are given; empty for those of docker/metadata-action.</param>
    public static async Task<(ImageNames Names, BuildEvent Event)> NameImagesAsync(
        BuildRequest request, EngineContext context, CancellationToken cancellationToken, string tags = "")
    {
        var naming = RequestOf(request, context) with
        {
            Images = string.Join('\n', request.Naming.Images),
            Tags = request.Naming.Tags.Count > 0 ? string.Join('\n', request.Naming.Tags) : tags,
            Flavor = string.Join('\n', request.Naming.Flavor),
            ReadTags = BuildEvents.TagsAround(context, context.Directory),
        };
        var happened = await BuildEvents.ReadAsync(context, context.Directory, cancellationToken);
        return (await ImageNaming.NameAsync(naming, happened, cancellationToken), happened);
    }

    /// <summary>What is known of images by their names alone, one for each repository.</summary>
    public static IEnumerable<ImageResult> ResultsOf(ImageNames names) =>
        names.Images.Select(image => ResultOf(new ImageReference(image).ShortName, image, names));

    /// <summary>All names of an image that is planned.</summary>
    public static ImageNames NamesOf(ImagePlan plan) => new([plan.Spec.Repository], plan.Tags.Tags)
    {
        Labels = plan.Labels,
        Annotations = plan.Annotations,
    };

    /// <summary>The result of a build whose images have the same names.</summary>
    public static BuildResult ResultOf(IReadOnlyList<ImageResult> images, ImageNames names) =>
        new(images) { Metadata = NamesJson.Of(names), BakeFile = NamesJson.BakeFile(names) };

    private static ImageResult ResultOf(string name, string repository, ImageNames names) => new(name, repository)
    {
        Tags = names.TagNames,
        Version = names.Version,
        Labels = names.Labels,
        Annotations = [.. names.Annotations.Select(annotation => annotation.ToString())],
    };

    // Rules of a configuration are items of a list there, each a line here.
    private static Diagnostic InConfiguration(Diagnostic diagnostic, ImageSpec spec, BuildRequest request) => diagnostic.Place is { File: "tags", Line: var item }
        ? diagnostic with { Message = $"Item {item} of images.{spec.Name}.tags: {diagnostic.Message}", Place = new SourcePlace(request.Config) }
        : diagnostic;

    private static NamingRequest RequestOf(BuildRequest request, EngineContext context) => NamingRequest.In(context) with
    {
        Labels = string.Join('\n', request.Naming.Labels),
        Annotations = string.Join('\n', request.Naming.Annotations),
        ReadTags = request.ReadTags,
    };
}

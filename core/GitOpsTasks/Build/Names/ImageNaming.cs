using GitOpsTasks.Contracts;

namespace GitOpsTasks.Build.Names;

/// <summary>
/// Names images by what happened to their sources, in the grammar of docker/metadata-action. On purpose otherwise than
/// there: unknown attributes and expressions are refused, what is no tag is refused and not pushed, the time in labels is
/// the commit's, and <c>latest=highest</c> keeps tags from moving back to an older version.
/// </summary>
public static class ImageNaming
{
    /// <summary>Works out the names.</summary>
    /// <exception cref="TaskFailedException">An input is not in its grammar, with line and column; a tag is none; a fact is not known.</exception>
    public static async Task<ImageNames> NameAsync(NamingRequest request, BuildEvent buildEvent, CancellationToken cancellationToken)
    {
        var scope = new TemplateScope(buildEvent, request);
        var images = NamedImages.Read(request.Images, scope);
        var flavor = Flavor.Read(request.Flavor);
        var rules = NameRule.ReadAll(request.Tags);
        var versions = flavor.Latest == LatestMode.Highest ? await VersionsAsync(request, cancellationToken) : [];
        var tags = new NamedTags(scope, flavor, versions);
        var names = tags.Make(rules);
        var labels = new NamedLabels(scope, names is [var first, ..] ? first : null);
        return new ImageNames(images, names)
        {
            Labels = labels.Labels(),
            Annotations = labels.Annotations(),
            Diagnostics = tags.Diagnostics,
        };
    }

    private static Task<IReadOnlyList<string>> VersionsAsync(NamingRequest request, CancellationToken cancellationToken) =>
        request.ReadTags?.Invoke(cancellationToken) ?? throw TaskFailedException.Usage(
            NameCodes.FactUnknown,
            "latest=highest compares with the versions there are, and these are not known here.",
            "Check the sources out with all tags (actions/checkout: fetch-depth: 0), or write latest=auto.");
}

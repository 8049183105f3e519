using GitOpsTasks.Build.Names;
using GitOpsTasks.Contracts;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Build;

/// <summary>What bundles and copies have in common: they go to the repositories of the input <c>images</c>, and nothing is built.</summary>
internal static class OtherRun
{
    /// <summary>Refuses inputs that mean nothing for them.</summary>
    /// <param name="request">The request.</param>
    /// <param name="input">The input that asks for it.</param>
    /// <param name="rival">Another input that was given and asks for something else; null for none.</param>
    /// <exception cref="TaskFailedException">GOT1003 or GOT1001.</exception>
    public static void Check(BuildRequest request, string input, string? rival)
    {
        rival ??= request switch
        {
            { MetadataOnly: true } => "metadata-only",
            { Names.Count: > 0 } => "image",
            { Builder: not null } => "builder",
            { Platforms.Count: > 0 } => "platform",
            { Arguments.Count: > 0 } => "build-arg",
            { NoCache: true } => "no-cache",
            { Sbom: not null } => "sbom",
            { Provenance: not null } => "provenance",
            { Attach.Count: > 0 } => "attach",
            _ => null,
        };
        if (rival is not null)
            throw TaskFailedException.Usage(UsageCodes.InputsContradict, $"The inputs '{input}' and '{rival}' ask for different things.", $"Leave one of them out: nothing is built with '{input}'.");
        if (request.Naming.Images.Count == 0)
            throw TaskFailedException.Usage(UsageCodes.InputMissing, $"The input '{input}' needs 'images': the repositories it goes to.", "Add --images, such as --images ghcr.io/acme/web.");
    }

    /// <summary>Requires a tag where something is stored.</summary>
    /// <exception cref="TaskFailedException">GOT5005: no rule gives one.</exception>
    public static void RequireTags(ImageNames names, BuildRequest request)
    {
        if (names.TagNames.Count == 0 && (request.Push || request.Layout is not null))
            throw TaskFailedException.Usage(BuildCodes.NoTags, "None of the tag rules gives a tag here.", "Add a rule that always applies, such as --tags type=raw,value=latest.");
    }

    /// <summary>The layout an image goes to; null for none.</summary>
    public static string? LayoutOf(ImageResult image, BuildRequest request, EngineContext context) =>
        request.Layout is { } folder && !request.DryRun ? Path.Combine(context.Resolve(folder), image.Name) : null;

    /// <summary>Where an image goes: to a layout, to its repository, to both, or with a dry run nowhere.</summary>
    public static IEnumerable<IRegistry> PlacesOf(ImageResult image, BuildRequest request, EngineContext context)
    {
        if (LayoutOf(image, request, context) is { } folder)
            yield return new OciLayout(folder, context.Time);
        if (request.Push && !request.DryRun)
            yield return new RegistryClient(context, image.Repository);
    }
}

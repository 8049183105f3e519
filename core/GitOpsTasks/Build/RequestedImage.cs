namespace GitOpsTasks.Build;

/// <summary>What a caller asks for of every image, over what each image's description says.</summary>
internal static class RequestedImage
{
    /// <summary>An image as it is to be built.</summary>
    public static ImageSpec With(ImageSpec spec, BuildRequest request) => spec with
    {
        Platforms = request.Platforms.Count > 0 ? request.Platforms : spec.Platforms,
        Sbom = request.Sbom ?? spec.Sbom,
        Provenance = request.Provenance ?? spec.Provenance,
        Attach = [.. spec.Attach, .. request.Attach],
        Dockerfile = spec.Dockerfile with
        {
            Arguments = request.Arguments.Count > 0 ? Merged(spec.Dockerfile.Arguments, request.Arguments) : spec.Dockerfile.Arguments,
            NoCache = spec.Dockerfile.NoCache || request.NoCache,
        },
    };

    private static Dictionary<string, string> Merged(IReadOnlyDictionary<string, string> own, IReadOnlyDictionary<string, string> asked)
    {
        var all = new Dictionary<string, string>(own, StringComparer.Ordinal);
        foreach (var (name, value) in asked)
            all[name] = value;
        return all;
    }
}

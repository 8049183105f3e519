using GitOpsTasks.Images;

namespace GitOpsTasks.Promote.Description;

/// <summary>Where people look at an image, in registries that have pages.</summary>
internal static class ImagePage
{
    /// <summary>The page; null where none is known.</summary>
    public static string? Of(string name)
    {
        if (!ImageGrammar.IsName(name))
            return null;
        var image = new ImageReference(name);
        return image.Registry switch
        {
            null or "docker.io" => HubPage(image.Repository),
            "ghcr.io" => $"https://ghcr.io/{image.Repository}",
            "quay.io" => $"https://quay.io/repository/{image.Repository}",
            "mcr.microsoft.com" => $"https://mcr.microsoft.com/artifact/mar/{image.Repository}",
            "gcr.io" => $"https://gcr.io/{image.Repository}",
            _ => null,
        };
    }

    // A name of one part without a registry is more often a name of a kustomization than an official image.
    private static string? HubPage(string repository) => repository.Split('/') switch
    {
        ["library", var official] => $"https://hub.docker.com/_/{official}",
        [_, _] => $"https://hub.docker.com/r/{repository}",
        _ => null,
    };
}

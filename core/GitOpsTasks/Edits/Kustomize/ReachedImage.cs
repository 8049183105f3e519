using GitOpsTasks.Images;

namespace GitOpsTasks.Edits.Kustomize;

/// <summary>An image that a kustomization's build has.</summary>
/// <param name="Reference">The reference as built so far.</param>
/// <param name="Former">The reference it was written as.</param>
internal sealed record ReachedImage(string Reference, string Former)
{
    /// <summary>The name as built.</summary>
    public string Name => NameOf(Reference);

    /// <summary>The name it was written as.</summary>
    public string FormerName => NameOf(Former);

    /// <summary>The same image past an entry.</summary>
    public ReachedImage Past(ImageTransform transform) => this with { Reference = transform.Apply(Reference) };

    private static string NameOf(string reference) => UpdateArgument.Split("=" + reference).Name;
}

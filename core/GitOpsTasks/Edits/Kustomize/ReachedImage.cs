using GitOpsTasks.Images;

namespace GitOpsTasks.Edits.Kustomize;

/// <summary>An image that a kustomization's build has.</summary>
/// <param name="Reference">The reference as built so far.</param>
/// <param name="Former">The names it had before, each on a line.</param>
internal sealed record ReachedImage(string Reference, string Former)
{
    /// <summary>The name as built.</summary>
    public string Name => NameOf(Reference);

    /// <summary>The tag as built; null where it has none.</summary>
    public string? Tag => UpdateArgument.Split("=" + Reference).Tag;

    /// <summary>Whether it had a name before.</summary>
    public bool WasNamed(string name) => Former.Split('\n').Contains(name);

    /// <summary>The same image past an entry.</summary>
    public ReachedImage Past(ImageTransform transform)
    {
        var moved = transform.Apply(Reference);
        return moved == Reference ? this : new ReachedImage(moved, WasNamed(Name) ? Former : Former + "\n" + Name);
    }

    private static string NameOf(string reference) => UpdateArgument.Split("=" + reference).Name;
}

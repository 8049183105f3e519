using GitOpsTasks.Contracts;
using GitOpsTasks.Images;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Edits;

/// <summary>A place in a file that says which version of an image runs.</summary>
/// <param name="Name">The name the place is found by.</param>
/// <param name="Current">The image as it stands there.</param>
public abstract record ImageSite(string Name, ImageReference Current)
{
    /// <summary>Further names the place is found by, where no place has the name itself.</summary>
    public virtual string? Alias => null;

    /// <summary>Why the place is reported and not changed; null where it can be.</summary>
    public virtual Diagnostic? Obstacle => null;

    /// <summary>Whether it holds one part of an image whose other parts are places of their own.</summary>
    public virtual bool IsPart => false;

    /// <summary>Whether a name is that of the place; in a manifest, <c>nginx</c> and <c>docker.io/library/nginx</c> are one.</summary>
    public virtual bool IsNamed(string name) => Name == name;

    /// <summary>Writes the edits that take the place to an update; nothing where it is there already.</summary>
    /// <param name="editor">Collects the edits.</param>
    /// <param name="update">What the image is to become.</param>
    /// <returns>The values that change.</returns>
    public abstract IReadOnlyList<FieldChange> Set(YamlEditor editor, ImageUpdate update);
}

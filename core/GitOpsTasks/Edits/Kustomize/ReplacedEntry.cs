using GitOpsTasks.Images;

namespace GitOpsTasks.Edits.Kustomize;

/// <summary>An entry of <c>images:</c> as <c>kustomize edit set image</c> leaves it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Before">The entry as it is; null where it is new.</param>
/// <param name="Update">What it is set to; null where it is not told of.</param>
internal sealed record ReplacedEntry(string Name, KustomizationEntry? Before, ImageUpdate? Update)
{
    /// <summary>The text a field gets; null where it goes. A part that is neither given nor starred goes, and a suffix always.</summary>
    public string? this[string field] => Update is null ? Before![field] : field switch
    {
        "newName" => Update.NewName ?? Kept(field, ImageParts.Name),
        "newTag" => Update.Tag ?? Kept(field, ImageParts.Tag),
        "digest" => Update.Digest ?? Kept(field, ImageParts.Digest),
        _ => null,
    };

    /// <summary>Whether it matters which of two entries comes first: one meets what the other makes, or both may meet one image.</summary>
    public bool Meets(ReplacedEntry other)
    {
        if (ImageTransform.IsPatternName(Name) && ImageTransform.IsPatternName(other.Name))
            return true;
        return Matches(other.Name) || other.Matches(Name) || Matches(other["newName"]) || other.Matches(this["newName"]);
    }

    // An entry may be named with a tag, and meets only images that have it; which those are is not looked into.
    private bool Matches(string? name) => name is not null
        && (new ImageTransform(Name, null, null, null).Matches(name) || new ImageTransform(Bare(Name), null, null, null).Matches(Bare(name)));

    private static string Bare(string name) => ImageTransform.IsPatternName(name) ? name : UpdateArgument.Split("=" + name).Name;

    private string? Kept(string field, ImageParts part) => Update!.Starred.HasFlag(part) ? Before?[field] : null;
}

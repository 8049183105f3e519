using GitOpsTasks.Images.Policies;

namespace GitOpsTasks.Edits;

/// <summary>What an edit of images may do besides setting what it is told.</summary>
public sealed record ImageEditRules
{
    /// <summary>Whatever version is asked for is written, and nothing else.</summary>
    public static ImageEditRules Default { get; } = new();

    /// <summary>Whether a place that has a newer version already is taken back to the older one.</summary>
    public bool AllowDowngrade { get; init; } = true;

    /// <summary>Which of two tags is the newer one.</summary>
    public TagOrder Order { get; init; } = TagOrder.Natural;

    /// <summary>
    /// Whether a kustomization's entry is replaced as <c>kustomize edit set image</c> does: parts that are not given go.
    /// </summary>
    public bool ReplacesEntries { get; init; }

    /// <summary>Whether the kustomization at a path gets an entry for an image also where nothing is seen to build it.</summary>
    public bool AddsEntries { get; init; }

    /// <summary>Whether the <c>appVersion</c> of a chart follows the tag of an image in its values.</summary>
    public bool SetsAppVersion { get; init; }
}

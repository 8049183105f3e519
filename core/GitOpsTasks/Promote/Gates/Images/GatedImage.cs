using GitOpsTasks.Images;

namespace GitOpsTasks.Promote.Gates.Images;

/// <summary>An image as the target would run it.</summary>
/// <param name="App">The application.</param>
/// <param name="Reference">Where it is, with the tag or digest it gets.</param>
internal sealed record GatedImage(string App, ImageReference Reference)
{
    /// <summary>The platforms it is built for; empty where the configuration does not tell.</summary>
    public IReadOnlyList<string> Platforms { get; init; } = [];

    /// <summary>Whether its registry is one that images are built for, whose credentials may go there.</summary>
    public bool IsOwn { get; init; }

    /// <summary>The digest it is pinned to, or its tag.</summary>
    public string Version => Reference.Digest ?? Reference.Tag ?? "latest";

    /// <summary>It for people.</summary>
    public override string ToString() => PromotionText.Line(Reference.Tag is null ? Reference.ToString() : $"{Reference.Name}:{Reference.Tag}");
}

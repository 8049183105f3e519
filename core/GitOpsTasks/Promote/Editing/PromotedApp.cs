using GitOpsTasks.Config;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Promote.Editing;

/// <summary>What of one application is promoted from where to where.</summary>
/// <param name="Name">The application.</param>
/// <param name="Parts">What goes along.</param>
/// <param name="Source">The folder of the environment it comes from.</param>
/// <param name="Target">The folder of the environment it goes to.</param>
internal sealed record PromotedApp(string Name, IReadOnlyList<PromotedPart> Parts, TreePath Source, TreePath Target)
{
    /// <summary>The images that are the application's, by full or last name, where a folder holds several applications; empty for all.</summary>
    public IReadOnlyList<string> Images { get; init; } = [];
}

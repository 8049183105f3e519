using GitOpsTasks.Contracts;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Promote.Editing;

/// <summary>One application's part of a promotion: what it reads, and what it comes to.</summary>
/// <param name="App">The application.</param>
/// <param name="From">The name of the environment it comes from.</param>
/// <param name="To">The name of the environment it goes to.</param>
/// <param name="Source">The files it comes from.</param>
/// <param name="Target">The files it changes; several applications may share them.</param>
/// <param name="AllowsOlder">Whether places are taken back to older versions.</param>
internal sealed record AppEdit(PromotedApp App, string From, string To, FolderFiles Source, FolderFiles Target, bool AllowsOlder)
{
    /// <summary>The images whose version changes.</summary>
    public List<PromotedImage> Images { get; } = [];

    /// <summary>What else changes: charts, fields, files.</summary>
    public List<PromotedImage> Values { get; } = [];

    /// <summary>The values changed, for reports.</summary>
    public List<FieldChange> Fields { get; } = [];

    /// <summary>Places that stay, for they are newer.</summary>
    public List<FieldChange> Superseded { get; } = [];

    /// <summary>What was noticed.</summary>
    public List<Diagnostic> Diagnostics { get; } = [];

    /// <summary>The path of a file from its environment's folder.</summary>
    public static string Relative(TreePath path, TreePath folder) => folder.IsRoot ? path.Value : path == folder ? path.Name : path.Value[(folder.Value.Length + 1)..];
}

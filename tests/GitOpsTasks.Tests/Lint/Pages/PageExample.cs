namespace GitOpsTasks.Tests.Lint.Pages;

/// <summary>Files that are linted together.</summary>
/// <param name="Title">Its heading, or that of the section around it.</param>
internal sealed record PageExample(string Title)
{
    /// <summary>The files, in the order of the page.</summary>
    public List<PageFile> Files { get; } = [];
}

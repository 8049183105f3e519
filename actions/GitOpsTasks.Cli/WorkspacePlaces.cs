using GitOpsTasks.Contracts;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Cli;

/// <summary>
/// Names files as annotations of GitHub and issues of Azure need them: from the workspace. The engine names them from the root of their repository,
/// which a second checkout has elsewhere, or as they were given.
/// </summary>
/// <param name="workspace">the folder of the checkout; null leaves places as they are.</param>
/// <param name="directory">Absolute folder that relative paths start at.</param>
/// <param name="given">Texts the task was given; some are paths.</param>
internal sealed class WorkspacePlaces(string? workspace, string directory, IEnumerable<string> given)
{
    private readonly Lazy<PlacesOnDisk> _places = new(() => new PlacesOnDisk(directory, given));

    /// <summary>The finding with its place named from the workspace; as it is where the file is not there.</summary>
    public Diagnostic Translate(Diagnostic finding) => finding.Place is { } place && Find(place.File) is { } file
        ? finding with { Place = place with { File = file } }
        : finding;

    private string? Find(string file)
    {
        if (workspace is null || _places.Value.Find(file) is not { } found)
            return null;
        var relative = Path.GetRelativePath(workspace, found).Replace('\\', '/');
        return relative.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? null : relative;
    }
}

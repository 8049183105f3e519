using GitOpsTasks.Contracts;
using GitOpsTasks.Images;
using GitOpsTasks.Promote.Editing;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Promote.Gates;

/// <summary>Finds out since when the source environment has the versions of a promotion.</summary>
internal static class SourceHistory
{
    private const int MostCommits = 100;

    /// <summary>Their last stay in the source; null where history does not show them there.</summary>
    /// <exception cref="TaskFailedException">The repository cannot be reached.</exception>
    public static async Task<SourceStay?> FindAsync(GateSubject subject, CancellationToken cancellationToken)
    {
        var history = await subject.Repository.HistoryAsync(subject.Branch, subject.SourceFolders, cancellationToken);
        var wanted = subject.Apps.SelectMany(app => app.Images).ToList();
        // Charts, fields and files have no version that history could be searched for: their last change is the newest of all.
        if (subject.Apps.Any(app => app.Values.Count > 0))
            return history.Count > 0 ? new SourceStay([history[0]], null) : null;
        var there = new List<HistoryCommit>();
        HistoryCommit? replacement = null;
        foreach (var commit in history.Take(MostCommits))
        {
            if (await HasAsync(subject, commit, wanted, cancellationToken))
                there.Add(commit);
            else if (there.Count > 0)
                break;
            else
                replacement = commit;
        }

        return there.Count > 0 ? new SourceStay(there, replacement) : null;
    }

    private static async Task<bool> HasAsync(
        GateSubject subject, HistoryCommit commit, IReadOnlyList<PromotedImage> wanted, CancellationToken cancellationToken)
    {
        try
        {
            var files = await FolderFiles.ReadAsync(subject.Repository.SnapshotOf(commit.Id), subject.SourceFolders, _ => false, cancellationToken);
            var had = subject.SourceFolders.SelectMany(folder => PromotedVersions.Of(files.YamlIn(folder), [], folder)).ToList();
            return wanted.All(image => had.Any(version => IsSame(version, image)));
        }
        catch (TaskFailedException failure) when (failure.ExitCode == ExitCode.Findings)
        {
            // Files that do not read as they do now did not run these versions.
            return false;
        }
    }

    // A target that writes no digest, or keeps one that the source has not, is of the same version by its tag.
    private static bool IsSame(ImageUpdate had, PromotedImage image) =>
        (had.Name == image.Name || new ImageReference(had.Name).ShortName == new ImageReference(image.Name).ShortName)
        && (PromotedSites.Version(new ImageReference(had.Name, had.Tag, had.Digest)) == image.New
            || (had.Tag is not null && had.Tag == PromotionText.Short(image.New) && (had.Digest is null || !image.New.Contains('@', StringComparison.Ordinal))));
}

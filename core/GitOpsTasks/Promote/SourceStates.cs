using GitOpsTasks.Contracts;
using GitOpsTasks.Images;
using GitOpsTasks.Images.Policies;
using GitOpsTasks.Promote.Editing;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Promote;

/// <summary>What environments had at earlier commits.</summary>
/// <param name="repository">The repository.</param>
internal sealed class SourceStates(IBranchRepository repository)
{
    /// <summary>The newest commit at which the source has no newer version than one that is asked for.</summary>
    /// <exception cref="TaskFailedException">GOT7109: there is none.</exception>
    public async Task<IConfigTree> UpToAsync(string version, PromotionRoute route, string branch, CancellationToken cancellationToken)
    {
        await foreach (var (tree, images) in StatesAsync(route, branch, cancellationToken))
        {
            var tags = images.Select(image => image.Tag).OfType<string>().ToList();
            if (tags.Contains(version) || (tags.Any(tag => TagOrder.Natural.Compare(tag, version) is not null) && tags.All(tag => TagOrder.Natural.Compare(tag, version) is null or <= 0)))
                return tree;
        }

        throw NotFound(route, $"No state of {route.From} with a version up to '{PromotionText.Line(version)}' is in the history that was looked at.");
    }

    /// <summary>The newest commit at which the target had other versions than now, or the one that is asked for.</summary>
    /// <exception cref="TaskFailedException">GOT7109: there is none.</exception>
    public async Task<IConfigTree> BeforeAsync(string? version, PromotionRoute route, string branch, CancellationToken cancellationToken)
    {
        IReadOnlyList<ImageUpdate>? now = null;
        await foreach (var (tree, images) in StatesAsync(route, branch, cancellationToken))
        {
            now ??= images;
            if (!images.SequenceEqual(now) && (version is null || images.Any(image => image.Tag == version)))
                return tree;
        }

        throw NotFound(route, $"{route.To} had no {(version is null ? "other version" : $"version '{PromotionText.Line(version)}'")} in the history that was looked at.");
    }

    /// <summary>Whether the source had the versions that some images have in the target now.</summary>
    public async Task<bool> HasAsync(string commit, IReadOnlyList<PromotedApp> apps, IReadOnlyList<PromotedImage> images, CancellationToken cancellationToken)
    {
        try
        {
            var had = (await ReadAsync(repository.SnapshotOf(commit), apps, cancellationToken))
                .ToLookup(image => image.Name, image => PromotedSites.Version(new ImageReference(image.Name, image.Tag, image.Digest)));
            return images.All(image => had[image.Name].Contains(image.Old));
        }
        catch (TaskFailedException)
        {
            // A commit that cannot be read, or whose files do not read as they do now: history ends here.
            return true;
        }
    }

    private async IAsyncEnumerable<(IConfigTree Tree, IReadOnlyList<ImageUpdate> Images)> StatesAsync(
        PromotionRoute route, string branch, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var commit in await repository.HistoryAsync(branch, [.. route.Apps.Select(app => app.Source).Distinct()], cancellationToken))
        {
            var tree = repository.SnapshotOf(commit.Id);
            IReadOnlyList<ImageUpdate> images;
            try
            {
                images = await ReadAsync(tree, route.Apps, cancellationToken);
            }
            catch (TaskFailedException)
            {
                continue;
            }

            if (images.Count > 0)
                yield return (tree, images);
        }
    }

    private static async Task<IReadOnlyList<ImageUpdate>> ReadAsync(IConfigTree tree, IReadOnlyList<PromotedApp> apps, CancellationToken cancellationToken)
    {
        var files = await FolderFiles.ReadAsync(tree, apps.Select(app => app.Source), _ => false, cancellationToken);
        return [.. apps.SelectMany(app => PromotedVersions.Of(files.YamlIn(app.Source), app.Images, app.Source))];
    }

    private static TaskFailedException NotFound(PromotionRoute route, string message) => TaskFailedException.Findings(
        PromoteCodes.VersionNotFound, $"{route.Name}: {message}", "Check the version; the last 300 commits are looked at.");
}

namespace GitOpsTasks.Benchmarks.Bump;

/// <summary>The two ways to set one tag on a branch of a remote repository.</summary>
/// <param name="gitops">The published program.</param>
/// <param name="kustomize">kustomize 5.6.0.</param>
internal sealed class BumpWays(string gitops, string kustomize)
{
    private int _tag;

    /// <summary>One <c>gitops bump --push</c>.</summary>
    public async Task<TimeSpan> OursAsync(BumpPlace place)
    {
        var folder = place.NewFolder();
        try
        {
            return await place.RunAsync(
                folder, gitops, "bump", GeneratedRepository.OverlayOf(place.Files), "--repository", place.Url, "--push", "--image", NextImage(place, ":"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>What pipelines do today; removing the clone is not counted.</summary>
    public async Task<TimeSpan> TodaysAsync(BumpPlace place)
    {
        var folder = place.NewFolder();
        try
        {
            var clone = Path.Combine(folder, "clone");
            var took = await place.RunAsync(folder, "git", "clone", "--quiet", "--depth=1", "--branch=main", place.Url, clone);
            var overlay = Path.Combine(clone, GeneratedRepository.OverlayOf(place.Files));
            took += await place.RunAsync(overlay, kustomize, "edit", "set", "image", NextImage(place, "=*:"));
            took += await place.RunAsync(clone, "git", "commit", "--quiet", "--all", "-m", "Bump");
            took += await place.RunAsync(clone, "git", "push", "--quiet", "origin", "HEAD:main");
            return took;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private string NextImage(BumpPlace place, string separator) => $"{GeneratedRepository.ImageOf(place.Files)}{separator}3.0.{++_tag}";
}

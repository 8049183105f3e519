using GitOpsTasks.Contracts;
using GitOpsTasks.Images;
using GitOpsTasks.Images.Policies;
using GitOpsTasks.Registry;
using GitOpsTasks.Reporting;

namespace GitOpsTasks.Bump.Selection;

/// <summary>
/// Resolves what a bump is given into what it writes: tags that a policy chooses, digests, and whether the registry has
/// them. Done once, before the edit first runs, so that it sees the same however often it is run again.
/// </summary>
/// <param name="rules">How to choose.</param>
/// <param name="open">Opens a repository by its name in image references; nothing is asked of it yet.</param>
/// <param name="progress">Where progress goes.</param>
internal sealed class ImageSelection(SelectionRules rules, Func<string, IRegistry> open, IProgressStep progress)
{
    private readonly Dictionary<string, IReadOnlyList<string>> _tags = new(StringComparer.Ordinal);
    private readonly List<Diagnostic> _diagnostics = [];

    /// <summary>Resolves images, asking each repository for its tags once.</summary>
    /// <exception cref="TaskFailedException">A tag may not be set, is not there, or none can be chosen; or a registry failed.</exception>
    public async Task<SelectedImages> ResolveAsync(IReadOnlyList<ImageUpdate> images, CancellationToken cancellationToken)
    {
        foreach (var image in images)
            CheckGiven(image);
        var resolved = new List<ImageUpdate>();
        foreach (var image in images)
            resolved.Add(await ResolveAsync(image, cancellationToken));
        return new SelectedImages(resolved, _diagnostics);
    }

    private void CheckGiven(ImageUpdate image)
    {
        if (image.Tag is { } tag && rules.AllowedTags?.IsMatch(tag) == false)
            throw SelectionFailure.NotAllowed(image);
        if (rules.PinDigest && image is { Tag: null, Digest: null } && !Chooses(image))
            throw SelectionFailure.NothingToPin(image);
    }

    // A tag written as * is to stay.
    private bool Chooses(ImageUpdate image) =>
        rules.Policy is not null && image is { Tag: null, Digest: null } && !image.Starred.HasFlag(ImageParts.Tag);

    private async Task<ImageUpdate> ResolveAsync(ImageUpdate image, CancellationToken cancellationToken)
    {
        var isChosen = Chooses(image);
        var isPinned = rules.PinDigest && image.Digest is null;
        if (!isChosen && !isPinned && !(rules.Verify && image is not { Tag: null, Digest: null }))
            return image;
        var registry = open(image.NewName ?? image.Name);
        using var step = progress.Begin($"look up {registry.Repository}");
        if (isChosen)
            image = image with { Tag = await ChooseAsync(registry, rules.Policy!, step, cancellationToken) };
        image = await CheckAsync(registry, image, isPinned, cancellationToken);
        step.Complete($"found {image.Tag ?? image.Digest}");
        return image;
    }

    private async Task<string> ChooseAsync(IRegistry registry, TagPolicy policy, IProgressStep step, CancellationToken cancellationToken)
    {
        if (!_tags.TryGetValue(registry.Repository, out var all))
        {
            all = await registry.ListTagsAsync(count => step.Report(Count.Of(count, "tag")), cancellationToken)
                ?? throw SelectionFailure.NoRepository(registry);
            _tags[registry.Repository] = all;
        }

        var allowed = rules.AllowedTags is { } pattern ? all.Where(pattern.IsMatch).ToList() : all;
        var choice = new TagSelector(policy, rules.Filter).Choose(allowed);
        return choice.Tag ?? throw SelectionFailure.NoneChosen(registry, rules, choice, all.Count, allowed);
    }

    // A place that is pinned stays pinned, so the digest is of use also where none is asked for.
    private async Task<ImageUpdate> CheckAsync(IRegistry registry, ImageUpdate image, bool isPinned, CancellationToken cancellationToken)
    {
        if (image.Digest is { } digest && await registry.ResolveAsync(digest, cancellationToken) is null)
            throw SelectionFailure.NotThere(registry, "digest", digest);
        if (image.Tag is not { } tag)
            return image;
        var found = await registry.ResolveAsync(tag, cancellationToken) ?? throw SelectionFailure.NotThere(registry, "tag", tag);
        if (image.Digest is { } given && given != found.Digest)
        {
            _diagnostics.Add(Diagnostic.Warning(
                SelectionCodes.TagIsAnother,
                $"'{registry.Repository}:{tag}' is {found.Digest} by now, not {given}.",
                "Clusters take the image of the digest; check that this is the one you mean."));
        }

        return isPinned ? image with { Digest = found.Digest } : image with { KnownDigest = found.Digest };
    }
}

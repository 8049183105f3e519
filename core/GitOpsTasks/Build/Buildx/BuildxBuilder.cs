using GitOpsTasks.Build.Docker;
using GitOpsTasks.Contracts;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Build.Buildx;

/// <summary>
/// Builds from a Dockerfile with <c>docker buildx build</c>: for all that BuildKit alone does. Digest and platforms are those
/// that the registry, or the layout, then has.
/// </summary>
public sealed class BuildxBuilder(EngineContext context) : IImageBuilder
{
    /// <inheritdoc />
    public async Task<ImageResult> BuildAsync(
        ImagePlan plan, ImageDestination destination, IProgressStep progress, CancellationToken cancellationToken)
    {
        var run = new BuildxRun(context, plan, BuildxSources.Find(plan.Spec, context));
        if (destination.Artifact is { } folder)
            return await ToLayoutAsync(run, plan, folder, destination.Push, progress, cancellationToken);
        if (!destination.Push)
            return await LoadAsync(run, plan, progress, cancellationToken);
        return run.RewritesTimes
            ? await PushArchiveAsync(run, plan, progress, cancellationToken)
            : await PushAsync(run, plan, progress, cancellationToken);
    }

    private static async Task<ImageResult> LoadAsync(
        BuildxRun run, ImagePlan plan, IProgressStep progress, CancellationToken cancellationToken)
    {
        var made = await run.RunAsync(archive: null, pushes: false, progress, cancellationToken);
        return plan.Result with { ImageId = plan.Spec.Platforms.Count > 1 ? null : made.ImageId };
    }

    private async Task<ImageResult> PushAsync(
        BuildxRun run, ImagePlan plan, IProgressStep progress, CancellationToken cancellationToken)
    {
        var registry = new RegistryClient(context, plan.Spec.Repository);
        var before = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var tag in plan.Tags.Tags)
            before[tag] = (await registry.ResolveAsync(tag, cancellationToken))?.Digest;
        var made = await run.RunAsync(archive: null, pushes: true, progress, cancellationToken);
        var digest = made.Digest ?? throw NoDigest(plan);
        foreach (var tag in plan.Tags.Tags)
        {
            if ((await registry.ResolveAsync(tag, cancellationToken))?.Digest is var served && served != digest)
                throw Differs(registry.Repository, tag, digest, served);
        }

        var result = await DescribeAsync(registry, plan, digest, cancellationToken);
        return result with { Pushed = true, Changed = before.Values.Any(old => old != digest) };
    }

    // An engine with an image store of its own makes no archives: there the times stay as they are.
    private async Task<ImageResult> PushArchiveAsync(
        BuildxRun run, ImagePlan plan, IProgressStep progress, CancellationToken cancellationToken)
    {
        try
        {
            return await ThroughArchiveAsync(run, plan, [new RegistryClient(context, plan.Spec.Repository)], progress, cancellationToken) with { Pushed = true };
        }
        catch (TaskFailedException e) when (e.Diagnostics[0].Code == BuildCodes.BuildxCannot)
        {
            return await PushAsync(run, plan, progress, cancellationToken);
        }
    }

    // Built once: what is pushed is what is in the layout, with the same digest.
    private async Task<ImageResult> ToLayoutAsync(
        BuildxRun run, ImagePlan plan, string folder, bool pushes, IProgressStep progress, CancellationToken cancellationToken)
    {
        List<IRegistry> targets = [new OciLayout(folder, context.Time)];
        if (pushes)
            targets.Add(new RegistryClient(context, plan.Spec.Repository));
        var result = await ThroughArchiveAsync(run, plan, targets, progress, cancellationToken);
        return result with { Pushed = pushes, Artifact = folder };
    }

    private async Task<ImageResult> ThroughArchiveAsync(
        BuildxRun run, ImagePlan plan, IReadOnlyList<IRegistry> targets, IProgressStep progress, CancellationToken cancellationToken)
    {
        using var scratch = new ScratchDirectory(context, "oci");
        var archive = Path.Combine(scratch.FullPath, "image.tar");
        var made = await run.RunAsync(archive, pushes: false, progress, cancellationToken);
        var digest = made.Digest ?? throw NoDigest(plan);
        using var built = await OciArchive.OpenAsync(context, archive, cancellationToken);
        var isChanged = false;
        foreach (var target in targets)
            isChanged |= await CopyAsync(built.Images, target, digest, plan, progress, cancellationToken);
        return await DescribeAsync(built.Images, plan, digest, cancellationToken) with { Changed = isChanged };
    }

    private static async Task<bool> CopyAsync(
        IRegistry from, IRegistry to, string digest, ImagePlan plan, IProgressStep progress, CancellationToken cancellationToken)
    {
        var isNew = false;
        foreach (var tag in plan.Tags.Tags)
            isNew |= (await to.ResolveAsync(tag, cancellationToken))?.Digest != digest;
        await new ImageCopy(from, to, progress) { WithReferrers = false }.CopyAsync(digest, plan.Tags.Tags, cancellationToken);
        return isNew;
    }

    // One platform has one id; of several each has its own.
    private static async Task<ImageResult> DescribeAsync(
        IRegistry registry, ImagePlan plan, string digest, CancellationToken cancellationToken)
    {
        var result = await new PublishedImage(registry).DescribeAsync(plan.Result, digest, cancellationToken);
        return result with { ImageId = result.PlatformImages is [var only] ? only.ImageId : null };
    }

    private static TaskFailedException NoDigest(ImagePlan plan) => TaskFailedException.External(
        BuildCodes.PushFailed,
        $"buildx named no digest for the image '{plan.Spec.Name}', so nothing can be deployed by it.",
        "Update docker buildx; 'docker buildx build --metadata-file FILE' should write containerimage.digest.");

    private static TaskFailedException Differs(string repository, string tag, string pushed, string? served) => TaskFailedException.External(
        RegistryCodes.DigestMismatch,
        $"'{repository}' serves {served ?? "nothing"} under '{tag}', but buildx says it pushed {pushed}.",
        "Another job may have pushed the same tag. Do not deploy this tag.");
}

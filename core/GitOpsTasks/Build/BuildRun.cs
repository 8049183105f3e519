using System.Collections.Concurrent;
using GitOpsTasks.Build.Attestations;
using GitOpsTasks.Build.Results;
using GitOpsTasks.Contracts;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Build;

/// <summary>Builds planned images, several at a time where they do not get in each other's way.</summary>
/// <param name="request">What is asked for.</param>
/// <param name="context">The world around.</param>
/// <param name="builderOf">Gives the builder of a kind.</param>
internal sealed class BuildRun(BuildRequest request, EngineContext context, Func<BuilderKind, IImageBuilder> builderOf) : IDisposable
{
    private const int AtOnce = 4;
    private readonly SemaphoreSlim _places = new(AtOnce);

    // Two runs of dotnet publish whose projects share references write to the same obj folders.
    private readonly SemaphoreSlim _publish = new(1);
    private readonly ConcurrentQueue<(int Place, TaskFailedException Failure)> _failures = [];

    /// <summary>Builds them. After a failure none is begun; those under way come to their end.</summary>
    /// <returns>Their results, in the order of the plans.</returns>
    /// <exception cref="TaskFailedException">An image failed: the diagnostics of all that did, in the order of the plans.</exception>
    public async Task<IReadOnlyList<ImageResult>> RunAsync(IReadOnlyList<ImagePlan> plans, CancellationToken cancellationToken)
    {
        _ = context.Http; // Made once, before several ask for it.
        var results = await Task.WhenAll(plans.Select((plan, place) => TryAsync(plan, place, cancellationToken)));
        TaskFailedException[] failures = [.. _failures.OrderBy(failure => failure.Place).Select(failure => failure.Failure)];
        return failures switch
        {
            [] => [.. results.OfType<ImageResult>()],
            [var failure] => throw failure,
            _ => throw new TaskFailedException(failures[0].ExitCode, [.. failures.SelectMany(failure => failure.Diagnostics).Distinct()], failures[0]),
        };
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _places.Dispose();
        _publish.Dispose();
    }

    private async Task<ImageResult?> TryAsync(ImagePlan plan, int place, CancellationToken cancellationToken)
    {
        var turn = plan is { Builder: BuilderKind.Layers, Spec.Layers.Project: not null } ? _publish : _places;
        await turn.WaitAsync(cancellationToken);
        try
        {
            return _failures.IsEmpty ? await BuildAsync(plan, cancellationToken) : null;
        }
        catch (TaskFailedException e)
        {
            _failures.Enqueue((place, e));
            return null;
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<ImageResult> BuildAsync(ImagePlan plan, CancellationToken cancellationToken)
    {
        using var progress = context.Progress.Begin($"build {plan.Spec.Name}");
        var destination = DestinationOf(plan.Spec);
        var result = await builderOf(plan.Builder).BuildAsync(plan, destination, progress, cancellationToken);
        PushedImage.Require(result, destination);
        result = await AttachAsync(result, plan, destination, progress, cancellationToken);
        result = await PushedImage.DescribeAsync(result, context, cancellationToken);
        progress.Complete(Describe(result));
        return result;
    }

    private async Task<ImageResult> AttachAsync(
        ImageResult result, ImagePlan plan, ImageDestination destination, IProgressStep progress, CancellationToken cancellationToken)
    {
        if (plan.Spec.Attach.Count == 0 || result.Digest is not { } digest)
            return result;
        var files = await Attachments.OfFilesAsync(context, plan.Spec, digest, cancellationToken);
        var attached = new List<AttachedArtifact>(result.Attached);
        if (destination.Artifact is { } folder)
            attached.AddRange(await Attachments.PushAsync(new OciLayout(folder, context.Time), files, progress, cancellationToken));
        if (destination.Push)
            attached.AddRange(await Attachments.PushAsync(new RegistryClient(context, plan.Spec.Repository), files, progress, cancellationToken));
        return result with { Attached = [.. attached.Distinct()] };
    }

    private ImageDestination DestinationOf(ImageSpec spec) =>
        request.Layout is { } folder ? new ImageDestination(request.Push, Path.Combine(context.Resolve(folder), spec.Name))
            : spec.Artifact is { } own ? new ImageDestination(Push: false, context.Resolve(own))
            : new ImageDestination(request.Push, null);

    private static string Describe(ImageResult result) => result switch
    {
        { Pushed: true, Changed: true } => $"pushed {result.Reference}",
        { Pushed: true } => $"was there already: {result.Reference}",
        { Artifact: { } path } => $"in {path}",
        _ => $"built {result.ImageId}",
    };
}

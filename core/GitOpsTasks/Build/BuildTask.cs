using GitOpsTasks.Build.Bundles;
using GitOpsTasks.Build.Results;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Build;

/// <summary>Builds images and pushes them, and reports exactly what the registry then serves.</summary>
public static class BuildTask
{
    /// <summary>One sentence: what it is for.</summary>
    public const string Summary = "Builds container images, and pushes them or writes them to a folder.";

    /// <summary>The task as hosts see it.</summary>
    /// <param name="resolve">Finds the images and the state of the sources; the chain hands in the reader of gitops.yaml.</param>
    public static TaskDeclaration<BuildRequest, BuildResult> Declare(ResolveImages resolve) =>
        new("build", Summary)
        {
            Inputs = BuildInputs.All,
            Outputs = BuildOutputs.All,
            Examples =
            [
                new("build --push", "build every image of gitops.yaml and push it"),
                new("build --push --metadata-file images.json", "the same, and keep the digests in a file"),
                new("build --image web --builder layers --layout out", "build one image without a daemon into out/web"),
                new("build --dry-run", "check everything and show what would be built by what"),
                new("build --metadata-only --output json", "show tags and labels"),
                new("build --metadata-only --images ghcr.io/acme/web --tags type=ref,event=branch --tags type=sha", "name an image that another tool builds"),
                new("build --artifact deploy --images ghcr.io/acme/manifests --push", "push a folder of manifests for Flux's OCIRepository"),
                new("build --copy-from staging.example/web:1.4.2 --images prod.example/web --push", "copy an image to another registry"),
            ],
            ReadRequest = BuildRequest.From,
            Execute = (request, context, cancellationToken) => ExecuteAsync(request, resolve, context, cancellationToken),
            Json = BuildJson.Default.BuildResult,
            Text = BuildText.Render,
        };

    /// <summary>Builds the images of a request that has them.</summary>
    /// <exception cref="TaskFailedException">An expected failure. Images pushed before it stay pushed.</exception>
    public static Task<TaskOutcome<BuildResult>> RunAsync(
        BuildRequest request, EngineContext context, CancellationToken cancellationToken) =>
        RunAsync(request, context, kind => BuilderSelection.BuilderOf(kind, context), cancellationToken);

    /// <summary>As the other, by builders that are handed in.</summary>
    internal static async Task<TaskOutcome<BuildResult>> RunAsync(
        BuildRequest request, EngineContext context, Func<BuilderKind, IImageBuilder> builderOf, CancellationToken cancellationToken)
    {
        var plans = await BuildPlanning.PlanAsync(request, context, cancellationToken);
        var diagnostics = plans.SelectMany(plan => plan.Tags.Diagnostics).Distinct().ToList();
        if (request.MetadataOnly || request.DryRun)
            return TaskOutcome<BuildResult>.Done(Named(plans, request), diagnostics);
        using var run = new BuildRun(request, context, builderOf);
        var images = await run.RunAsync(plans, cancellationToken);
        diagnostics.AddRange(images.SelectMany(image => image.Diagnostics));
        return TaskOutcome<BuildResult>.Done(new BuildResult(images), diagnostics);
    }

    private static async Task<TaskOutcome<BuildResult>> ExecuteAsync(
        BuildRequest request, ResolveImages resolve, EngineContext context, CancellationToken cancellationToken)
    {
        var file = request.MetadataFile is { } path ? new MetadataFile(context.Resolve(path)) : null;
        file?.Remove();
        var outcome = request switch
        {
            { Bundle: not null } => await BundleRun.RunAsync(request, context, cancellationToken),
            { CopyFrom: not null } => await CopyRun.RunAsync(request, context, cancellationToken),
            { Naming.Images.Count: > 0 } => await BuildNaming.NameOnlyAsync(request, context, cancellationToken),
            _ => await RunAsync(await resolve(request, context, cancellationToken), context, cancellationToken),
        };
        if (file is not null && outcome is { ExitCode: ExitCode.Done, Result: { } result })
            await file.WriteAsync(result.Images, cancellationToken);
        return outcome;
    }

    private static BuildResult Named(IReadOnlyList<ImagePlan> plans, BuildRequest request)
    {
        ImageResult[] results = [.. plans.Select(plan => request.DryRun ? plan.Result : plan.Result with { Builder = null })];
        return plans is [var plan] && request.MetadataOnly
            ? BuildNaming.ResultOf(results, BuildNaming.NamesOf(plan))
            : new BuildResult(results);
    }
}

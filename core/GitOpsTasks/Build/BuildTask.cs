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
                new("build --image web --builder layers --artifact out", "build one image without a daemon into out/web"),
                new("build --metadata-only --output json", "show tags and labels"),
                new("build --metadata-only --images ghcr.io/acme/web --tags type=ref,event=branch --tags type=sha", "name an image that another tool builds"),
            ],
            ReadRequest = BuildRequest.From,
            Execute = async (request, context, cancellationToken) => request.Naming.Images.Count > 0
                ? await BuildNaming.NameOnlyAsync(request, context, cancellationToken)
                : await RunAsync(await resolve(request, context, cancellationToken), context, cancellationToken),
            Json = BuildJson.Default.BuildResult,
            Text = BuildText.Render,
        };

    /// <summary>Builds the images of a request that has them.</summary>
    /// <exception cref="TaskFailedException">An expected failure. Images pushed before it stay pushed.</exception>
    public static async Task<TaskOutcome<BuildResult>> RunAsync(
        BuildRequest request, EngineContext context, CancellationToken cancellationToken)
    {
        var plans = await BuildPlanning.PlanAsync(request, context, cancellationToken);
        var diagnostics = plans.SelectMany(plan => plan.Tags.Diagnostics).Distinct().ToList();
        if (request.MetadataOnly)
            return TaskOutcome<BuildResult>.Done(Named(plans), diagnostics);
        var results = new List<ImageResult>();
        foreach (var plan in plans)
        {
            using var progress = context.Progress.Begin($"build {plan.Spec.Name}");
            var result = await BuilderSelection.BuilderOf(plan.Builder, context)
                .BuildAsync(plan, DestinationOf(plan.Spec, request, context), progress, cancellationToken);
            progress.Complete(Describe(result));
            results.Add(result);
            diagnostics.AddRange(result.Diagnostics);
        }

        return TaskOutcome<BuildResult>.Done(new BuildResult(results), diagnostics);
    }

    private static BuildResult Named(IReadOnlyList<ImagePlan> plans)
    {
        ImageResult[] results = [.. plans.Select(plan => plan.Result)];
        return plans is [var plan] ? BuildNaming.ResultOf(results, BuildNaming.NamesOf(plan)) : new BuildResult(results);
    }

    private static ImageDestination DestinationOf(ImageSpec spec, BuildRequest request, EngineContext context) =>
        request.Artifact is { } folder ? new ImageDestination(request.Push, Path.Combine(context.Resolve(folder), spec.Name))
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

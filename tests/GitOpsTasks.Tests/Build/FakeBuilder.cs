using GitOpsTasks.Build;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Tests.Build;

/// <summary>A builder that says what a test has it say.</summary>
internal sealed class FakeBuilder(Func<ImagePlan, ImageDestination, CancellationToken, Task<ImageResult>> build) : IImageBuilder
{
    public const string Digest = "sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    public Task<ImageResult> BuildAsync(ImagePlan plan, ImageDestination destination, IProgressStep progress, CancellationToken cancellationToken) =>
        build(plan, destination, cancellationToken);

    /// <summary>Runs the task with it in place of every builder.</summary>
    public async Task<BuildResult> RunAsync(BuildRequest request, EngineContext context) =>
        (await BuildTask.RunAsync(request, context, _ => this, TestContext.Current.CancellationToken)).Result!;
}

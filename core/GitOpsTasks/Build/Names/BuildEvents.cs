using GitOpsTasks.Contracts;
using GitOpsTasks.Reporting;

namespace GitOpsTasks.Build.Names;

/// <summary>Finds out what happened: from GitHub Actions, from Azure Pipelines, or from the checkout itself.</summary>
public static class BuildEvents
{
    /// <summary>The event of an environment.</summary>
    /// <param name="context">Its variables, files and git.</param>
    /// <param name="folder">Absolute path of a folder in the checkout.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <exception cref="TaskFailedException">GOT5048: the file of the event is not what it should be.</exception>
    public static async Task<BuildEvent> ReadAsync(EngineContext context, string folder, CancellationToken cancellationToken)
    {
        var checkout = await CheckoutFacts.FindAsync(context, folder, cancellationToken);
        var own = checkout is null ? new BuildEvent() : await checkout.EventAsync(cancellationToken);
        return CiDetection.Detect(context.Environment) switch
        {
            CiSystem.GitHub when !IsOther(own, context) => await GitHubEvent.ReadAsync(context, own, cancellationToken),
            CiSystem.Azure => AzureEvent.Read(context.Environment, own),
            _ => own,
        };
    }

    // A workflow may check out another repository than the one it runs for.
    private static bool IsOther(BuildEvent own, EngineContext context) =>
        own.Repository.Url is { } url && context.Environment["GITHUB_REPOSITORY"] is { } slug && !url.EndsWith("/" + slug, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads the tags of the git repository around a folder; null where it is in none.</summary>
    public static async Task<ReadVersionTags?> TagsAroundAsync(EngineContext context, string folder, CancellationToken cancellationToken) =>
        await CheckoutFacts.FindAsync(context, folder, cancellationToken) is { } checkout ? checkout.TagsAsync : null;
}

using GitOpsTasks.Contracts;
using GitOpsTasks.Git;
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
        return await ReadAsync(context, await CheckoutFacts.FindAsync(context, folder, cancellationToken), cancellationToken);
    }

    /// <summary>The event of an environment, with a checkout that was found already.</summary>
    /// <exception cref="TaskFailedException">GOT5048: the file of the event is not what it should be.</exception>
    public static Task<BuildEvent> ReadAsync(EngineContext context, SourceCheckout? checkout, CancellationToken cancellationToken) =>
        ReadAsync(context, checkout is null ? null : new CheckoutFacts(context, checkout), cancellationToken);

    /// <summary>Reads the tags of the git repository around a folder, when they are asked for.</summary>
    /// <param name="context">Runs git.</param>
    /// <param name="folder">Absolute path of a folder in the checkout.</param>
    public static ReadVersionTags TagsAround(EngineContext context, string folder) => async cancellationToken =>
        await CheckoutFacts.FindAsync(context, folder, cancellationToken) is { } checkout
            ? await checkout.TagsAsync(cancellationToken)
            : throw TaskFailedException.Usage(
                NameCodes.FactUnknown,
                $"latest=highest compares with the tags of a git repository, and '{folder}' is in none.",
                "Check the sources out with git, or write latest=auto.");

    private static async Task<BuildEvent> ReadAsync(EngineContext context, CheckoutFacts? checkout, CancellationToken cancellationToken)
    {
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
}

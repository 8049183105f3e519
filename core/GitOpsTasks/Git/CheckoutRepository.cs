using GitOpsTasks.Contracts;

namespace GitOpsTasks.Git;

/// <summary>The origin of a checkout, to be changed without touching the checkout.</summary>
/// <param name="Repository">The repository.</param>
/// <param name="Branch">The branch that was asked for, else the one checked out.</param>
public sealed record CheckoutRepository(GitRepository Repository, string Branch) : IDisposable
{
    /// <summary>
    /// Opens it with the address and the authorization header of the checkout's configuration, and nothing else of it. What
    /// the checkout has of the branch's tip is not fetched.
    /// </summary>
    /// <param name="context">Environment, processes, scratch space.</param>
    /// <param name="folder">An absolute path in the checkout.</param>
    /// <param name="branch">The branch; null for the one checked out.</param>
    /// <param name="cancellationToken">Cancels git.</param>
    /// <exception cref="TaskFailedException">GOT6011: no checkout, no origin, or a detached head.</exception>
    public static async Task<CheckoutRepository> OpenAsync(
        EngineContext context, string folder, string? branch, CancellationToken cancellationToken)
    {
        if (LocalCheckout.Around(folder) is not { } checkout)
            throw Unknown("This is no checkout of a repository to push to.", "Name the repository with --repository, or leave --push out and commit the changed files yourself.");
        var origin = await CheckoutOrigin.ReadAsync(checkout, context, cancellationToken);
        if (origin.Url is not { } url)
            throw Unknown("The checkout has no origin to push to.", "Name the repository with --repository, or add a remote named 'origin'.");
        if ((branch ?? checkout.Branch) is not { } at)
            throw Unknown("The checkout is on no branch.", "Name the branch to push to with --branch.");
        var remote = GitRemote.Parse(url, context with { Directory = checkout.Root });
        return new CheckoutRepository(await GitRepository.OpenAsync(context, remote, checkout, origin, cancellationToken), at);
    }

    /// <inheritdoc />
    public void Dispose() => Repository.Dispose();

    private static TaskFailedException Unknown(string message, string advice) =>
        TaskFailedException.Usage(GitCodes.OriginUnknown, message, advice);
}

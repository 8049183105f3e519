using GitOpsTasks.Contracts;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Git;

/// <summary>
/// Asks git about a checkout, whoever owns it, and changes nothing in it: no hooks, no file monitor, no filters that its
/// attributes name, no network.
/// </summary>
/// <param name="context">Starts git, and gives its environment.</param>
/// <param name="root">The root of the checkout.</param>
internal sealed class CheckoutCommand(EngineContext context, string root)
{
    private const string EmptyTreeId = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

    private static readonly string[] s_settings =
        ["-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false", "-c", "safe.directory=*", "--no-optional-locks", "--literal-pathspecs"];

    private readonly EnvironmentSnapshot _environment = context.Environment.With(
    [
        .. GitCommand.InheritedRepository.Select(name => KeyValuePair.Create(name, (string?)null)),
        new("GIT_TERMINAL_PROMPT", "0"),
        new("GIT_NO_LAZY_FETCH", "1"),
        new("LC_ALL", "C"),
        new("GIT_ATTR_SOURCE", LocalCheckout.Around(root)?.Format == ObjectFormat.Sha1 ? EmptyTreeId : null),
    ]);

    /// <summary>Runs git and returns whatever it ended with.</summary>
    public Task<ProcessResult> TryAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken) => context.RunProcess(
        new ProcessCommand("git", [.. s_settings, .. arguments])
        {
            WorkingDirectory = root,
            Environment = _environment,
            Deadline = GitDeadline.Of(context.Environment),
        },
        cancellationToken);

    /// <summary>The texts that git prints with a NUL after each.</summary>
    /// <exception cref="TaskFailedException">GOT6006: git failed.</exception>
    public async Task<IReadOnlyList<string>> ListAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var result = await TryAsync(arguments, cancellationToken);
        return result.Succeeded
            ? System.Text.Encoding.UTF8.GetString(result.Output.Span).Split('\0', StringSplitOptions.RemoveEmptyEntries)
            : throw GitFailure.Of(arguments[0], result);
    }
}

using System.Text;
using GitOpsTasks.Contracts;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Git;

/// <summary>
/// Asks git about a checkout, whoever owns it, and changes nothing in it: no hooks, no file monitor, no filters, no network.
/// </summary>
internal sealed class CheckoutCommand
{
    private static readonly string[] s_settings =
        ["-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false", "-c", "safe.directory=*", "--no-optional-locks", "--literal-pathspecs"];

    private readonly EngineContext _context;
    private readonly string _root;
    private readonly EnvironmentSnapshot _environment;

    private CheckoutCommand(EngineContext context, string root, EnvironmentSnapshot environment) => (_context, _root, _environment) = (context, root, environment);

    /// <summary>A git for a checkout.</summary>
    /// <param name="context">Starts git, and gives its environment.</param>
    /// <param name="root">The root of the checkout.</param>
    public static CheckoutCommand In(EngineContext context, string root) => new(context, root, context.Environment.With(
    [
        .. GitCommand.InheritedRepository.Select(name => KeyValuePair.Create(name, (string?)null)),
        new("GIT_TERMINAL_PROMPT", "0"),
        new("GIT_NO_LAZY_FETCH", "1"),
        new("LC_ALL", "C"),
    ]));

    /// <summary>The same git without the programs that filter files, which git would start to compare them.</summary>
    public async Task<CheckoutCommand> WithoutFiltersAsync(CancellationToken cancellationToken)
    {
        var names = await TryAsync(["config", "-z", "--name-only", "--get-regexp", "^filter\\."], cancellationToken);
        var settings = Split(names).Distinct(StringComparer.Ordinal)
            .Select(name => (Name: name, Value: name.EndsWith(".required", StringComparison.OrdinalIgnoreCase) ? "false" : "")).ToList();
        var first = int.TryParse(_environment["GIT_CONFIG_COUNT"], out var given) ? given : 0;
        return new CheckoutCommand(_context, _root, _environment.With(
        [
            new("GIT_CONFIG_COUNT", (first + settings.Count).ToString()),
            .. settings.Select((setting, at) => KeyValuePair.Create($"GIT_CONFIG_KEY_{first + at}", (string?)setting.Name)),
            .. settings.Select((setting, at) => KeyValuePair.Create($"GIT_CONFIG_VALUE_{first + at}", (string?)setting.Value)),
        ]));
    }

    /// <summary>Runs git and returns whatever it ended with.</summary>
    public Task<ProcessResult> TryAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken) => _context.RunProcess(
        new ProcessCommand("git", [.. s_settings, .. arguments])
        {
            WorkingDirectory = _root,
            Environment = _environment,
            Deadline = GitDeadline.Of(_context.Environment),
        },
        cancellationToken);

    /// <summary>The texts that git prints with a NUL after each.</summary>
    /// <exception cref="TaskFailedException">GOT6006: git failed.</exception>
    public async Task<IReadOnlyList<string>> ListAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var result = await TryAsync(arguments, cancellationToken);
        return result.Succeeded ? Split(result) : throw GitFailure.Of(arguments[0], result);
    }

    private static string[] Split(ProcessResult result) => Encoding.UTF8.GetString(result.Output.Span).Split('\0', StringSplitOptions.RemoveEmptyEntries);
}

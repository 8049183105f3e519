using System.Text.RegularExpressions;
using GitOpsTasks.Contracts;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Git;

/// <summary>
/// The two things that are taken from a checkout's own configuration: where its origin is, and the header that lets its
/// workflow in, as actions/checkout stores it. Nothing else of it is looked at.
/// </summary>
/// <param name="Url">The address of <c>origin</c>; null where there is none.</param>
/// <param name="Authorization"><c>http.URL.extraHeader</c> for that address, at most one. Secret.</param>
internal sealed partial record CheckoutOrigin(string? Url, IReadOnlyList<KeyValuePair<string, string>> Authorization)
{
    /// <summary>Reads it.</summary>
    /// <param name="checkout">The checkout.</param>
    /// <param name="context">Runs git, which does not follow the file's includes.</param>
    /// <param name="cancellationToken">Cancels git.</param>
    public static async Task<CheckoutOrigin> ReadAsync(LocalCheckout checkout, EngineContext context, CancellationToken cancellationToken)
    {
        var own = await ReadFileAsync(checkout.Configuration, context, cancellationToken);
        if (own["remote.origin.url"] is not { } url)
            return new CheckoutOrigin(null, []);
        var headers = HeadersFor(url, own);
        foreach (var file in own.Values.Where(pair => Include().IsMatch(pair.Key)).Select(pair => pair.Value))
        {
            if (headers.Count == 0 && IsCredentialsFile(file, context))
                headers = HeadersFor(url, await ReadFileAsync(file, context, cancellationToken));
        }

        return new CheckoutOrigin(url, headers);
    }

    private static async Task<GitSettings> ReadFileAsync(string file, EngineContext context, CancellationToken cancellationToken)
    {
        // In the root folder git finds no repository around it, so that no configuration but the file is read.
        var result = await context.RunProcess(
            new ProcessCommand("git", ["config", "--file", file, "--no-includes", "--list", "-z"])
            {
                WorkingDirectory = Path.GetPathRoot(file)!,
                Environment = context.Environment.With([new("GIT_DIR", null), new("GIT_CONFIG_COUNT", null), new("GIT_CONFIG_PARAMETERS", null), new("LC_ALL", "C")]),
            },
            cancellationToken);
        return result.Succeeded ? GitSettings.Read(result.Output.Span) : new GitSettings([]);
    }

    // actions/checkout 6 and later: includeIf.gitdir:WORKSPACE/.git.path = RUNNER_TEMP/git-credentials-UUID.config. The file
    // has two names where the job runs in a container; the one that exists is ours.
    private static bool IsCredentialsFile(string file, EngineContext context) =>
        context.Environment["RUNNER_TEMP"] is { } temporary
        && Path.IsPathFullyQualified(file)
        && Path.GetDirectoryName(Path.GetFullPath(file, temporary)) == Path.TrimEndingDirectorySeparator(temporary)
        && CredentialsFile().IsMatch(Path.GetFileName(file)) && File.Exists(file);

    private static List<KeyValuePair<string, string>> HeadersFor(string url, GitSettings settings) =>
    [
        .. settings.Values
            .Where(pair => Header().Match(pair.Key) is { Success: true } key && Covers(key.Groups["url"].Value, url) && HeaderValue().IsMatch(pair.Value))
            .TakeLast(1),
    ];

    private static bool Covers(string scope, string url) =>
        Uri.TryCreate(scope, UriKind.Absolute, out var wide) && Uri.TryCreate(url, UriKind.Absolute, out var address)
        && address.Scheme is "https" or "http" && wide.Scheme == address.Scheme && wide.Authority == address.Authority && wide.AbsolutePath == "/"
        && (address.Scheme == "https" || address.IsLoopback);

    [GeneratedRegex(@"\Aincludeif\.gitdir:.*\.path\z", RegexOptions.CultureInvariant)]
    private static partial Regex Include();

    [GeneratedRegex(@"\Agit-credentials-[A-Za-z0-9-]+\.config\z", RegexOptions.CultureInvariant)]
    private static partial Regex CredentialsFile();

    [GeneratedRegex(@"\Ahttp\.(?<url>https?://[^/]+/)\.extraheader\z", RegexOptions.CultureInvariant)]
    private static partial Regex Header();

    [GeneratedRegex(@"\Aauthorization: (basic|bearer) [A-Za-z0-9+/=._~-]+\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex HeaderValue();
}

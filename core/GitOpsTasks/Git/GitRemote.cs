using System.Text.RegularExpressions;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Git;

/// <summary>The address of a git repository, checked: a path, https, http, ssh, or scp's <c>user@host:path</c>.</summary>
/// <param name="Url">As it is given to git: absolute where it is a path.</param>
/// <param name="Protocol">The only transport git may use for it: <c>file</c>, <c>https</c>, <c>http</c> or <c>ssh</c>.</param>
public sealed partial record GitRemote(string Url, string Protocol)
{
    /// <summary>Host and port; null for a path.</summary>
    public string? Host => Uri?.Authority;

    /// <summary>The address without user and password, for people.</summary>
    public string Display => Uri is { UserInfo.Length: > 0 } uri ? $"{uri.Scheme}://{uri.Authority}{uri.PathAndQuery}" : Url;

    /// <summary>The path of the repository on its host, without <c>.git</c>, such as <c>acme/gitops</c>; null for a path.</summary>
    public string? Slug
    {
        get
        {
            if (Protocol == "file")
                return null;
            var path = Uri?.AbsolutePath ?? Url[(Url.IndexOf(':', StringComparison.Ordinal) + 1)..];
            path = path.Trim('/');
            return path.EndsWith(".git", StringComparison.Ordinal) ? path[..^4] : path;
        }
    }

    private Uri? Uri => Url.Contains("://", StringComparison.Ordinal) && System.Uri.TryCreate(Url, UriKind.Absolute, out var uri) && !uri.IsFile ? uri : null;

    /// <summary>Checks an address.</summary>
    /// <param name="text">As a user wrote it.</param>
    /// <param name="context">Relative paths start at its directory.</param>
    /// <exception cref="TaskFailedException">GOT6001: another transport, an option in disguise, or a password in the address.</exception>
    public static GitRemote Parse(string text, EngineContext context)
    {
        if (text.Length == 0 || text.StartsWith('-') || TransportHelper().IsMatch(text) || text.Any(char.IsControl))
            throw Refuse(text, "Give a path, or an https, ssh or user@host:path address.");
        var scheme = text.IndexOf("://", StringComparison.Ordinal) is var at and > 0 ? text[..at].ToLowerInvariant() : null;
        switch (scheme)
        {
            case "https" or "http" or "ssh":
                if (!System.Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Host.StartsWith('-') || text.Contains('%') && uri.Host.Length == 0)
                    throw Refuse(text, "Check the spelling of host and path.");
                if (uri.UserInfo.Contains(':'))
                    throw Refuse(text, "Take the password out of the address and set GITOPS_TOKEN instead.");
                return new GitRemote(text, scheme);
            case "file":
                return System.Uri.TryCreate(text, UriKind.Absolute, out var file) && file.Host.Length == 0
                    ? new GitRemote(file.LocalPath, "file")
                    : throw Refuse(text, "Write file:// and an absolute path, or the path alone.");
            case null:
                return IsScp(text) ? new GitRemote(text, "ssh") : new GitRemote(context.Resolve(text), "file");
            default:
                throw Refuse(text, "Give a path, or an https, ssh or user@host:path address.");
        }
    }

    /// <summary>
    /// An address that <c>url.BASE.insteadOf</c> of the user's git configuration made of another. It is trusted as that
    /// configuration is, with a password in it too, and is never shown.
    /// </summary>
    /// <exception cref="TaskFailedException">GOT6001: it leads to another transport.</exception>
    internal static GitRemote Rewritten(string url)
    {
        var scheme = url.IndexOf("://", StringComparison.Ordinal) is var at and > 0 ? url[..at].ToLowerInvariant() : null;
        return scheme switch
        {
            _ when TransportHelper().IsMatch(url) => throw Refuse("url.insteadOf", "Look at url.*.insteadOf in your git configuration."),
            "https" or "http" or "ssh" => new GitRemote(url, scheme),
            "file" => new GitRemote(new Uri(url).LocalPath, "file"),
            null => new GitRemote(url, IsScp(url) ? "ssh" : "file"),
            _ => throw Refuse(scheme + "://", "Look at url.*.insteadOf in your git configuration."),
        };
    }

    // As git decides it: a colon before the first slash, and not a Windows drive.
    private static bool IsScp(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 1 && !text.AsSpan(0, colon).Contains('/') && !text.AsSpan(0, colon).Contains('\\');
    }

    private static TaskFailedException Refuse(string text, string advice) => TaskFailedException.Usage(
        GitCodes.RemoteInvalid, $"'{WithoutPassword(text)}' is not an address of a git repository that is followed.", advice);

    // Whatever else is wrong with the address, a password ends before the last @.
    private static string WithoutPassword(string text)
    {
        var start = text.IndexOf("://", StringComparison.Ordinal) is var at and >= 0 ? at + 3 : 0;
        var end = text.LastIndexOf('@');
        return end > start && text.AsSpan(start, end - start).Contains(':') ? text[..start] + text[(end + 1)..] : text;
    }

    // "ext::sh -c ..." runs a program: git-remote-NAME takes what follows.
    [GeneratedRegex(@"\A[A-Za-z0-9+.-]+::", RegexOptions.CultureInvariant)]
    private static partial Regex TransportHelper();
}

using GitOpsTasks.Contracts;

namespace GitOpsTasks.Git;

/// <summary>The address of a git repository, checked: a path, https, http, ssh, or scp's <c>user@host:path</c>.</summary>
/// <param name="Url">As it is given to git: absolute where it is a path.</param>
/// <param name="Protocol">The only transport git may use for it: <c>file</c>, <c>https</c>, <c>http</c> or <c>ssh</c>.</param>
public sealed record GitRemote(string Url, string Protocol)
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
        if (text.Length == 0 || text.StartsWith('-') || text.Contains("::", StringComparison.Ordinal) || text.Any(char.IsControl))
            throw Refuse(text, "Give a path, or an https, ssh or user@host:path address.");
        var scheme = text.IndexOf("://", StringComparison.Ordinal) is var at and > 0 ? text[..at].ToLowerInvariant() : null;
        switch (scheme)
        {
            case "https" or "http" or "ssh":
                if (!System.Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Host.StartsWith('-') || text.Contains('%') && uri.Host.Length == 0)
                    throw Refuse(text, "Check the spelling of host and path.");
                if (uri.UserInfo.Contains(':'))
                    throw Refuse($"{uri.Scheme}://{uri.Authority}{uri.AbsolutePath}", "Take the password out of the address and set GITOPS_TOKEN instead.");
                return new GitRemote(text, scheme);
            case "file":
                return new GitRemote(new Uri(text).LocalPath, "file");
            case null:
                return IsScp(text) ? new GitRemote(text, "ssh") : new GitRemote(context.Resolve(text), "file");
            default:
                throw Refuse(text, "Give a path, or an https, ssh or user@host:path address.");
        }
    }

    // As git decides it: a colon before the first slash, and not a Windows drive.
    private static bool IsScp(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 1 && !text.AsSpan(0, colon).Contains('/') && !text.AsSpan(0, colon).Contains('\\');
    }

    private static TaskFailedException Refuse(string text, string advice) => TaskFailedException.Usage(
        GitCodes.RemoteInvalid, $"'{text}' is not an address of a git repository that is followed.", advice);
}

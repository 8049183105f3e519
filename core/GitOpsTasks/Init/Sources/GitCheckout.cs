using System.Text.RegularExpressions;

namespace GitOpsTasks.Init.Sources;

/// <summary>What a checkout says of where it comes from: read from its own files, so that nothing outside is asked.</summary>
/// <param name="Host">Such as <c>github.com</c>; empty where nothing is known.</param>
/// <param name="Path">The repository there, such as <c>acme/shop</c>; empty where nothing is known.</param>
/// <param name="Branch">The branch that is integrated into.</param>
internal sealed partial record GitCheckout(string Host, string Path, string Branch)
{
    private const string Main = "main";

    /// <summary>The repository's name; empty where nothing is known.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>Its address, for whoever may read it; null where nothing is known. Never has a user or password in it.</summary>
    public string? Address => Host.Length == 0 ? null : IsAzure ? AzureAddress : $"https://{Host}/{Path}";

    /// <summary>Whether it is on github.com.</summary>
    public bool IsGitHub => Host == "github.com";

    /// <summary>Whether it is in Azure Repos.</summary>
    public bool IsAzure => Host is "dev.azure.com" or "ssh.dev.azure.com" || Host.EndsWith(".visualstudio.com", StringComparison.Ordinal);

    private string? AzureAddress => Host == "ssh.dev.azure.com" ? null : $"https://{Host}/{Path}";

    /// <summary>Reads the checkout in a folder.</summary>
    public static GitCheckout Read(string root)
    {
        var (host, path) = Origin(Text(root, "config"));
        return new GitCheckout(host, path, Head(Text(root, "refs/remotes/origin/HEAD"), "refs/remotes/origin/") ?? Integrated(Head(Text(root, "HEAD"), "refs/heads/")));
    }

    private static (string Host, string Path) Origin(string config)
    {
        var section = "";
        foreach (var line in config.Split('\n', StringSplitOptions.TrimEntries))
        {
            if (line.StartsWith('['))
                section = line;
            else if (section == "[remote \"origin\"]" && Url().Match(line) is { Success: true } url && AddressParts().Match(url.Groups["url"].Value) is { Success: true } parts)
                return (parts.Groups["host"].Value.ToLowerInvariant(), parts.Groups["path"].Value);
        }

        return ("", "");
    }

    // A topic branch may be checked out; nothing but these two is what others integrate into.
    private static string Integrated(string? branch) => branch is "master" ? branch : Main;

    private static string? Head(string text, string prefix) =>
        text.TrimEnd() is var line && line.StartsWith("ref: " + prefix, StringComparison.Ordinal) && BranchName().IsMatch(line[(5 + prefix.Length)..])
            ? line[(5 + prefix.Length)..]
            : null;

    private static string Text(string root, string file)
    {
        var path = System.IO.Path.Join(root, ".git", file);
        var info = new FileInfo(path);
        return info is { Exists: true, LinkTarget: null, Length: < 1024 * 1024 } && new DirectoryInfo(System.IO.Path.Join(root, ".git")).LinkTarget is null
            ? File.ReadAllText(path)
            : "";
    }

    [GeneratedRegex(@"^url\s*=\s*(?<url>\S+)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Url();

    // https://user:password@host:port/path.git, ssh://git@host/path and git@host:path.
    [GeneratedRegex(@"^((https?|ssh|git)://)?([^@/\s]*@)?(?<host>[A-Za-z0-9.-]+)(:[0-9]+(?=/))?[:/](?<path>[\w./~ %-]+?)(\.git)?/?$", RegexOptions.ExplicitCapture)]
    private static partial Regex AddressParts();

    [GeneratedRegex(@"^[\w][\w./-]*$")]
    private static partial Regex BranchName();
}

using System.Text.RegularExpressions;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Git;

/// <summary>
/// A checkout on disk, read file by file and never by running git in it: its configuration, hooks and attributes are not
/// trusted, and who owns it does not matter.
/// </summary>
/// <param name="Root">Absolute path of its root.</param>
/// <param name="GitDirectory">Absolute path of what belongs to this work tree alone: HEAD.</param>
/// <param name="CommonDirectory">Absolute path of what all work trees share: objects, configuration.</param>
internal sealed partial record LocalCheckout(string Root, string GitDirectory, string CommonDirectory)
{
    private const long MostRead = 10_000_000;

    /// <summary>The folder of its objects.</summary>
    public string Objects => Path.Join(CommonDirectory, "objects");

    /// <summary>Its configuration file.</summary>
    public string Configuration => Path.Join(CommonDirectory, "config");

    /// <summary>How its objects are named.</summary>
    public ObjectFormat Format => Text(Configuration) is { } text && NewerFormat().IsMatch(text) ? ObjectFormat.Sha256 : ObjectFormat.Sha1;

    /// <summary>The branch checked out; null for a detached head.</summary>
    public string? Branch => Text(Path.Join(GitDirectory, "HEAD"))?.Trim() is { } head && head.StartsWith("ref: refs/heads/", StringComparison.Ordinal)
        && head["ref: refs/heads/".Length..] is var branch && BranchName.IsValid(branch) ? branch : null;

    /// <summary>The checkout around a folder; null where there is none, or its objects cannot be lent.</summary>
    /// <param name="folder">An absolute path.</param>
    public static LocalCheckout? Around(string folder)
    {
        if (WorkTreeLocation.RootOf(folder) is not { } root || GitDirectoryOf(root) is not { } git)
            return null;
        var common = Text(Path.Join(git, "commondir"))?.Trim() is { Length: > 0 } shared ? Path.GetFullPath(shared, git) : git;
        var checkout = new LocalCheckout(root, git, common);
        // git ends a path in info/alternates at the line end, and takes a quote at its start for quoting.
        return Directory.Exists(checkout.Objects) && !checkout.Objects.Any(char.IsControl) ? checkout : null;
    }

    /// <summary>Commits whose parents the checkout does not have.</summary>
    public IReadOnlyList<string> Shallow() =>
        Text(Path.Join(CommonDirectory, "shallow"))?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    // A linked work tree and a submodule have a file instead: "gitdir: PATH".
    private static string? GitDirectoryOf(string root)
    {
        var entry = Path.Join(root, ".git");
        if (Directory.Exists(entry))
            return entry;
        return Text(entry)?.Trim() is { } text && text.StartsWith("gitdir: ", StringComparison.Ordinal)
            ? Path.GetFullPath(text["gitdir: ".Length..], root)
            : null;
    }

    private static string? Text(string file)
    {
        try
        {
            return new FileInfo(file) is { Exists: true, Length: < MostRead } ? File.ReadAllText(file) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^\s*objectformat\s*=\s*""?sha256", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex NewerFormat();
}

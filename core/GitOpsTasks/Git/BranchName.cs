using GitOpsTasks.Contracts;

namespace GitOpsTasks.Git;

/// <summary>The rules of <c>git check-ref-format --branch</c>, checked before git sees a name.</summary>
public static class BranchName
{
    /// <summary>The full ref of a branch.</summary>
    /// <param name="branch">Without <c>refs/heads/</c>.</param>
    /// <exception cref="TaskFailedException">GOT6007: git takes no such name.</exception>
    public static string ToRef(string branch) => IsValid(branch)
        ? "refs/heads/" + branch
        : throw TaskFailedException.Usage(
            GitCodes.BranchNameInvalid, $"'{branch}' is not a name of a branch.", "Use letters, digits, '-', '_', '.' and single slashes.");

    /// <summary>Whether git takes a name for a branch.</summary>
    public static bool IsValid(string branch) =>
        branch.Length is > 0 and < 245 && branch != "@" && branch[0] is not ('-' or '/' or '.') && branch[^1] is not ('/' or '.')
        && !branch.Any(c => char.IsControl(c) || " ~^:?*[\\".Contains(c))
        && !branch.Contains("..", StringComparison.Ordinal) && !branch.Contains("//", StringComparison.Ordinal)
        && !branch.Contains("@{", StringComparison.Ordinal) && !branch.Contains("/.", StringComparison.Ordinal)
        && !branch.Split('/').Any(part => part.EndsWith(".lock", StringComparison.Ordinal));
}

using System.Text.RegularExpressions;

namespace GitOpsTasks.Edits.Kustomize;

/// <summary>Tells references that kustomize fetches from references to files.</summary>
public static partial class RemoteReference
{
    /// <summary>Whether kustomize would clone or download it: a URL, an scp-like address, a host with a repository path.</summary>
    public static bool Is(string reference) =>
        reference.Contains("://", StringComparison.Ordinal) || reference.Contains("?ref=", StringComparison.Ordinal)
        || reference.Contains("_git/", StringComparison.Ordinal) || reference.Contains(".git/", StringComparison.Ordinal)
        || reference.EndsWith(".git", StringComparison.Ordinal) || Address().IsMatch(reference);

    [GeneratedRegex(@"\A(git::|git@|gh:|[^/\s]+@[^/\s]+:|(github\.com|gitlab\.com|bitbucket\.org|dev\.azure\.com|[^/]*\.visualstudio\.com)[:/])")]
    private static partial Regex Address();
}

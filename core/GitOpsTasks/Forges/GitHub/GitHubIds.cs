using GitOpsTasks.Git;

namespace GitOpsTasks.Forges.GitHub;

/// <summary>Ids computed of what arrives or is sent: a transport of texts changes bytes that are none.</summary>
internal static class GitHubIds
{
    /// <summary>Whether an id is that of a file with some content.</summary>
    public static bool IsOfBlob(string id, ReadOnlySpan<byte> content) => FormatOf(id).IdOf("blob", content) == id;

    private static ObjectFormat FormatOf(string id) => id.Length == 2 * ObjectFormat.Sha256.IdLength ? ObjectFormat.Sha256 : ObjectFormat.Sha1;
}

namespace GitOpsTasks.Promote.Gates.Cosign;

/// <summary>What a signature says it is of: cosign's form of simple signing.</summary>
/// <param name="Digest">The manifest that is signed.</param>
/// <param name="Repository">The repository it was signed in, such as <c>ghcr.io/acme/web</c>; empty where it does not tell.</param>
internal sealed record SignedPayload(string Digest, string Repository)
{
    // The second is what skopeo and podman write.
    private static readonly string[] s_types = ["cosign container image signature", "atomic container signature"];

    /// <summary>Reads a payload; null where the bytes are none.</summary>
    public static SignedPayload? TryParse(ReadOnlyMemory<byte> content) => JsonText.Read(content, root =>
        JsonText.At(root, "critical", "type") is { } type && s_types.Contains(type)
        && JsonText.At(root, "critical", "image", "docker-manifest-digest") is { } digest
            ? new SignedPayload(digest, JsonText.At(root, "critical", "identity", "docker-reference") ?? "")
            : null);

    /// <summary>Whether it is of a repository; a tag in it says nothing.</summary>
    public bool IsOf(string repository)
    {
        var name = Repository.Split('@')[0];
        return name == repository || (name.StartsWith(repository + ":", StringComparison.Ordinal) && !name[repository.Length..].Contains('/', StringComparison.Ordinal));
    }
}

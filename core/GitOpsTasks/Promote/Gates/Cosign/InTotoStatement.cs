namespace GitOpsTasks.Promote.Gates.Cosign;

/// <summary>An in-toto statement: what is said of which images.</summary>
/// <param name="PredicateType">What is said, such as <c>https://slsa.dev/provenance/v1</c>.</param>
/// <param name="Subjects">The digests it is said of, as <c>sha256:HEX</c>.</param>
internal sealed record InTotoStatement(string PredicateType, IReadOnlyList<string> Subjects)
{
    /// <summary>Reads a statement; null where the bytes are none.</summary>
    public static InTotoStatement? TryParse(ReadOnlyMemory<byte> content) => JsonText.Read(content, root =>
        JsonText.At(root, "predicateType") is { } type
            ? new InTotoStatement(
                type,
                [.. JsonText.Items(root, "subject").Select(subject => JsonText.At(subject, "digest", "sha256")).OfType<string>().Select(hex => $"sha256:{hex}")])
            : null);
}

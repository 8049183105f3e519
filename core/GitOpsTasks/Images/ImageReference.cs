using System.Diagnostics.CodeAnalysis;

namespace GitOpsTasks.Images;

/// <summary>
/// A container image as written in a manifest: <c>[registry/]repository[:tag][@digest]</c>, in the grammar of the
/// distribution project's reference package.
/// </summary>
/// <param name="Name">Registry and repository as written, such as <c>ghcr.io/acme/web</c> or <c>nginx</c>.</param>
/// <param name="Tag">At most 128 characters, without the colon; null where there is none.</param>
/// <param name="Digest">Such as <c>sha256:</c> and 64 hexadecimal digits; null where there is none.</param>
public sealed record ImageReference(string Name, string? Tag = null, string? Digest = null)
{
    /// <summary>Registry host with port; null where none is written, which means Docker Hub.</summary>
    public string? Registry
    {
        get
        {
            var slash = Name.IndexOf('/', StringComparison.Ordinal);
            return slash > 0 && IsRegistry(Name.AsSpan(0, slash)) ? Name[..slash] : null;
        }
    }

    /// <summary>The name without its registry, such as <c>acme/web</c>.</summary>
    public string Repository => Registry is { } registry ? Name[(registry.Length + 1)..] : Name;

    /// <summary>The last part of the name, such as <c>web</c>.</summary>
    public string ShortName => Name[(Name.LastIndexOf('/') + 1)..];

    /// <summary>Splits a reference; tag and digest are checked against their grammar.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out ImageReference? reference)
    {
        reference = null;
        var rest = text;
        string? digest = null;
        var at = rest.IndexOf('@', StringComparison.Ordinal);
        if (at >= 0)
        {
            digest = rest[(at + 1)..];
            rest = rest[..at];
        }

        string? tag = null;
        var colon = rest.LastIndexOf(':');
        if (colon > rest.LastIndexOf('/'))
        {
            tag = rest[(colon + 1)..];
            rest = rest[..colon];
        }

        if (!ImageGrammar.IsName(rest) || (tag is not null && !ImageGrammar.IsTag(tag))
            || (digest is not null && !ImageGrammar.IsDigest(digest)))
            return false;
        reference = new ImageReference(rest, tag, digest);
        return true;
    }

    /// <summary>The reference as it is written in a manifest.</summary>
    public override string ToString() =>
        Name + (Tag is null ? "" : $":{Tag}") + (Digest is null ? "" : $"@{Digest}");

    private static bool IsRegistry(ReadOnlySpan<char> host) =>
        host.ContainsAny('.', ':') || host.SequenceEqual("localhost");
}

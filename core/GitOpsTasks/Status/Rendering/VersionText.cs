namespace GitOpsTasks.Status.Rendering;

/// <summary>Versions, short enough for a table.</summary>
internal static class VersionText
{
    private const int ShownDigits = 12;
    private const int ShownCommit = 7;

    /// <summary>Tag and the first digits of the digest; with the image's name where there are several.</summary>
    public static string Of(DeployedImage image, bool isNamed)
    {
        var digest = image.Digest is { } full ? "@" + Digest(full) : "";
        return ShownLine.Of($"{(isNamed ? image.Name + " " : "")}{image.Tag}{digest}");
    }

    /// <summary>The versions a promotion takes to its target: the tag, or the digest where there is none; named where there are several.</summary>
    public static string Of(OpenPromotion promotion) => string.Join(", ", promotion.Images.Select(image =>
        ShownLine.Of((promotion.Images.Count > 1 ? image.Name + " " : "") + (image.Old is null ? "" : Short(image.Old) + " -> ") + Short(image.New))));

    /// <summary>The first digits of a commit id.</summary>
    public static string Commit(string id) => id.Length > ShownCommit && id.All(char.IsAsciiHexDigit) ? id[..ShownCommit] : ShownLine.Of(id);

    private static string Short(string version) =>
        version.IndexOf('@', StringComparison.Ordinal) is var at and > 0 ? version[..at] : Digest(version);

    private static string Digest(string digest)
    {
        var start = digest.IndexOf(':', StringComparison.Ordinal) + 1;
        return digest.Length - start > ShownDigits && start > 0 ? digest[..(start + ShownDigits)] : digest;
    }
}

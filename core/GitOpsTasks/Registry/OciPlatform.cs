namespace GitOpsTasks.Registry;

/// <summary>What an image runs on.</summary>
/// <param name="Os">Such as <c>linux</c>, in Go's spelling.</param>
/// <param name="Architecture">Such as <c>amd64</c> or <c>arm64</c>, in Go's spelling.</param>
/// <param name="Variant">Such as <c>v7</c>; null where there is none.</param>
public sealed record OciPlatform(string Os, string Architecture, string? Variant = null)
{
    /// <summary>Reads <c>os/architecture[/variant]</c>; null where the text is not of that form.</summary>
    public static OciPlatform? TryParse(string text)
    {
        var parts = text.Split('/');
        if (parts.Length is not (2 or 3) || parts.Any(string.IsNullOrWhiteSpace))
            return null;
        return new OciPlatform(parts[0], parts[1], parts.Length == 3 ? parts[2] : null);
    }

    /// <summary><c>os/architecture[/variant]</c>.</summary>
    public override string ToString() => Variant is null ? $"{Os}/{Architecture}" : $"{Os}/{Architecture}/{Variant}";
}

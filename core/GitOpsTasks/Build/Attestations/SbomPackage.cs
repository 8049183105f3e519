namespace GitOpsTasks.Build.Attestations;

/// <summary>A NuGet package that a program in an image was built with.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Sha512">SHA-512 of the package file in lower-case hexadecimal digits; null where it is not told.</param>
internal sealed record SbomPackage(string Name, string Version, string? Sha512)
{
    /// <summary>Its name in the purl specification.</summary>
    public string Url => $"pkg:nuget/{Uri.EscapeDataString(Name)}@{Uri.EscapeDataString(Version)}";
}

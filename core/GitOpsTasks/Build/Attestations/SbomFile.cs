namespace GitOpsTasks.Build.Attestations;

/// <summary>A file of an image.</summary>
/// <param name="Path">Absolute path in the image.</param>
/// <param name="Sha1">Its SHA-1 in lower-case hexadecimal digits: SPDX 2.3 asks for it beside any better one.</param>
/// <param name="Sha256">Its SHA-256 in lower-case hexadecimal digits.</param>
internal sealed record SbomFile(string Path, string Sha1, string Sha256);

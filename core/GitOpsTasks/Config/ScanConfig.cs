namespace GitOpsTasks.Config;

/// <summary>A scanner's report in SARIF form, and what it may not hold.</summary>
/// <param name="File">
/// The file, from the folder of <c>gitops.yaml</c>; <c>{app}</c>, <c>{image}</c> and <c>{tag}</c> stand for the application, the last part
/// of the image's name and its tag.
/// </param>
/// <param name="Level">It holds nothing of this severity or a higher one.</param>
public sealed record ScanConfig(string File, ScanLevel Level);

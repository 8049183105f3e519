namespace GitOpsTasks.Config;

/// <summary>Files that become one layer of an image.</summary>
/// <param name="From">File or folder; relative to the folder of <c>gitops.yaml</c>.</param>
/// <param name="To">Absolute path in the image.</param>
/// <param name="Mode">Mode of its files in octal digits, such as <c>0755</c>; null for what the files have.</param>
public sealed record LayerConfig(string From, string To, string? Mode = null);

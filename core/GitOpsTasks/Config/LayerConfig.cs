namespace GitOpsTasks.Config;

/// <summary>Files that become one layer of an image.</summary>
/// <param name="From">File or folder; relative to the folder of <c>gitops.yaml</c>.</param>
/// <param name="To">Absolute path in the image.</param>
public sealed record LayerConfig(string From, string To);

namespace GitOpsTasks.Build;

/// <summary>A file that is stored beside an image and refers to it.</summary>
/// <param name="Type">Its media type, which is the artifact's type too, such as <c>application/spdx+json</c>.</param>
/// <param name="Path">Its path, relative to the engine's directory.</param>
public sealed record AttachedFile(string Type, string Path);

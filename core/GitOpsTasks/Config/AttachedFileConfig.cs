namespace GitOpsTasks.Config;

/// <summary>A file that is stored beside an image.</summary>
/// <param name="Type">Its media type.</param>
/// <param name="File">Its path; relative to the folder of <c>gitops.yaml</c>.</param>
public sealed record AttachedFileConfig(string Type, string File);

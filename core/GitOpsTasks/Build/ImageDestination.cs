namespace GitOpsTasks.Build;

/// <summary>Where a built image goes; nowhere is allowed.</summary>
/// <param name="Push">Whether it goes to its repository.</param>
/// <param name="Layout">Absolute path of the image layout it goes to; null for none.</param>
public sealed record ImageDestination(bool Push, string? Layout);

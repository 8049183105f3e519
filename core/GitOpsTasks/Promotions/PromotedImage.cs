namespace GitOpsTasks.Promotions;

/// <summary>One image of a promotion.</summary>
/// <param name="Name">The image as the files name it.</param>
/// <param name="Old">Tag and digest in the target before, such as <c>1.4.0@sha256:...</c>; null where there was none.</param>
/// <param name="New">Tag and digest it gets.</param>
public sealed record PromotedImage(string Name, string? Old, string New);

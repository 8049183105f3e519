namespace GitOpsTasks.Build.Names;

/// <summary>An annotation, and the part of an image that it is written to.</summary>
/// <param name="Level">One of <see cref="Levels"/>.</param>
/// <param name="Key">Such as <c>org.opencontainers.image.version</c>.</param>
/// <param name="Value">Its value.</param>
public sealed record ImageAnnotation(string Level, string Key, string Value)
{
    /// <summary>The levels there are, in the words of <c>docker buildx build --annotation</c>.</summary>
    public static IReadOnlyList<string> Levels { get; } = ["manifest", "index", "manifest-descriptor", "index-descriptor"];

    /// <summary>As <c>docker buildx build --annotation</c> takes it.</summary>
    public override string ToString() => $"{Level}:{Key}={Value}";
}

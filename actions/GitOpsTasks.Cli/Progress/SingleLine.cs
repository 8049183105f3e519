using Spectre.Console.Rendering;

namespace GitOpsTasks.Cli.Progress;

/// <summary>Content on one line, cut at the edge of the terminal instead of wrapped.</summary>
/// <param name="content">Content without line ends.</param>
internal sealed class SingleLine(IRenderable content) : IRenderable
{
    private const int Unwrapped = 10_000;

    /// <inheritdoc />
    public Measurement Measure(RenderOptions options, int maxWidth) => new(maxWidth, maxWidth);

    /// <inheritdoc />
    public IEnumerable<Segment> Render(RenderOptions options, int maxWidth) =>
        // The last column stays free: terminals differ in where the cursor is after it.
        Segment.Truncate(content.Render(options, Unwrapped).Where(segment => !segment.IsLineBreak), maxWidth - 1);
}

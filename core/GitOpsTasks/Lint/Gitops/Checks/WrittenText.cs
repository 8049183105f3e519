using System.Text;
using GitOpsTasks.Contracts;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Gitops.Checks;

/// <summary>A scalar as it is written, quotes and line breaks included: for places inside it.</summary>
internal sealed class WrittenText(YamlNode scalar)
{
    private readonly ByteSpan _span = scalar.Span;

    /// <summary>The text.</summary>
    public string Text { get; } = Encoding.UTF8.GetString(scalar.File.Content.Span[scalar.Span.Start..scalar.Span.End]);

    /// <summary>The place of a part of it.</summary>
    /// <param name="index">Where it begins, in characters.</param>
    /// <param name="length">How long it is.</param>
    public SourcePlace PlaceOf(int index, int length)
    {
        var start = _span.Start + Encoding.UTF8.GetByteCount(Text.AsSpan(0, index));
        return scalar.File.PlaceOf(new ByteSpan(start, start + Encoding.UTF8.GetByteCount(Text.AsSpan(index, length))));
    }
}

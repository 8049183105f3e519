using System.Text;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Merge;

/// <summary>How a decided field is written: as the side wrote it that it comes from.</summary>
internal static class FieldText
{
    /// <summary>The bytes of a field in the result.</summary>
    /// <param name="value">What was decided.</param>
    /// <param name="base">The field in the ancestor.</param>
    /// <param name="ours">The field in our version.</param>
    /// <param name="theirs">The field in their version.</param>
    public static ReadOnlyMemory<byte> Of(string value, ImageField @base, ImageField ours, ImageField theirs)
    {
        var (isOurs, isTheirs) = (ours.Node.Value == value, theirs.Node.Value == value);
        if (isOurs && isTheirs)
            return ours.Raw.Span.SequenceEqual(@base.Raw.Span) ? theirs.Raw : ours.Raw;
        if (isOurs || isTheirs)
            return isOurs ? ours.Raw : theirs.Raw;
        var quote = ours.Node.Style switch { YamlStyle.SingleQuoted => "'", YamlStyle.DoubleQuoted => "\"", _ => "" };
        return Encoding.UTF8.GetBytes(quote + value + quote);
    }
}

using System.Text;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Tests.Yaml.Conformance;

/// <summary>What a hostile input shows about our parser.</summary>
internal static class Verdict
{
    private const int ManyBrackets = 200;
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>Reads an input with our parser; returns the file and what is wrong with it, or null.</summary>
    public static (YamlFile? File, string? Complaint) Ours(byte[] content)
    {
        try
        {
            var file = YamlFile.Parse(content, "a.yaml");
            foreach (var node in file.AllNodes())
                _ = (node.Value, node.Anchor, node.Tag, node.Resolved);
            foreach (var found in file.Diagnostics)
            {
                if (found.Place is not { Line: > 0, Column: > 0 })
                    return (file, $"A diagnostic has no place: {found.Message}");
            }

            return (file, Lossless.Violation(file));
        }
#pragma warning disable CA1031 // Any exception is the finding.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return (null, e.ToString());
        }
    }

    /// <summary>Reads an input with YamlDotNet too; null where it is nothing to be compared.</summary>
    public static Comparison? Compare(YamlFile file)
    {
        var content = file.Content.Span;
        // It takes a NUL for the end of the stream, and long runs of brackets keep it busy for minutes.
        if (content.Contains((byte)0) || content.Count((byte)'[') + content.Count((byte)'{') > ManyBrackets)
            return null;
        try
        {
            var comparison = Comparison.Of(file, Strict.GetString(content));
            return comparison.Theirs.IsAborted ? null : comparison;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Whether both accept an input and differ in a way nobody has reviewed.</summary>
    public static bool IsUnreviewed(Comparison comparison) =>
        comparison.DiffersInEvents && ReviewedDifferences.Find(comparison) is null;
}

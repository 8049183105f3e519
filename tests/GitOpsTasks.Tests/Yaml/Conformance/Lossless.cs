using GitOpsTasks.Yaml;

namespace GitOpsTasks.Tests.Yaml.Conformance;

/// <summary>What holds of every file that was read, however broken: its tokens are its bytes, and its nodes nest.</summary>
internal static class Lossless
{
    /// <summary>The first thing that does not hold; null where all does.</summary>
    public static string? Violation(YamlFile file) => OfTokens(file) ?? OfNodes(file) ?? OfEvents(file);

    // Malformed UTF-16 and UTF-32 have no characters of their own: only that no byte is left out is asked of their tokens.
    private static bool IsMalformed(YamlFile file) =>
        file.Encoding != YamlEncoding.Utf8 && file.Diagnostics.Any(found => found.Code == YamlCodes.NotUtf8);

    private static string? OfTokens(YamlFile file)
    {
        var at = 0;
        foreach (var token in file.Tokens)
        {
            if (token.Span.Start != at || token.Span.End < at || (token.Span.Length == 0 && !IsMalformed(file)))
                return $"The token {token} does not begin at {at}, or is empty.";
            at = token.Span.End;
        }

        return at == file.Content.Length ? null : $"The tokens end at {at} of {file.Content.Length}.";
    }

    private static string? OfNodes(YamlFile file)
    {
        var scalars = file.Tokens.Where(token => token.Kind is >= YamlTokenKind.PlainScalar and <= YamlTokenKind.BlockScalar or YamlTokenKind.Alias)
            .Select(token => token.Span).ToHashSet();
        foreach (var node in file.AllNodes())
        {
            var (span, start) = (node.TextSpan, node.PropertiesStart);
            if (start < 0 || start > span.Start || span.Start > span.End || span.End > file.Text.Length)
                return $"{node.Kind} {span}, with properties from {start}, is out of order or out of the file.";
            if (node.Parent is { } parent && (start < parent.TextSpan.Start || span.End > parent.TextSpan.End))
                return $"{node.Kind} {span} is not within its parent {parent.Kind} {parent.Span}.";
            if (!node.IsMapping && !node.IsSequence && span.Length > 0 && !IsMalformed(file) && !scalars.Contains(node.Span))
                return $"{node.Style} {node.Kind} {span} is not a token.";
            if (OfChildren(node) is { } violation)
                return violation;
        }

        return null;
    }

    private static string? OfChildren(YamlNode node)
    {
        if (!node.IsMapping && !node.IsSequence)
            return null;
        var (at, count) = (node.TextSpan.Start, 0);
        foreach (var child in node.Children)
        {
            if (child.PropertiesStart < at)
                return $"{child.Kind} {child.Span} in {node.Kind} {node.Span} begins before {at}.";
            if (child.Parent?.Index != node.Index)
                return $"{child.Kind} {child.Span} has another parent than {node.Kind} {node.Span}.";
            at = child.TextSpan.End;
            count++;
        }

        return node.IsMapping && count % 2 != 0 ? $"Mapping {node.Span} has a key without a value." : null;
    }

    private static string? OfEvents(YamlFile file)
    {
        var (depth, nodes) = (0, 0);
        foreach (var step in file.Events)
        {
            depth += step.Kind switch
            {
                YamlEventKind.StreamStart or YamlEventKind.DocumentStart or YamlEventKind.MappingStart or YamlEventKind.SequenceStart => 1,
                YamlEventKind.Scalar or YamlEventKind.Alias => 0,
                _ => -1,
            };
            nodes += step.Kind is YamlEventKind.MappingStart or YamlEventKind.SequenceStart or YamlEventKind.Scalar or YamlEventKind.Alias ? 1 : 0;
        }

        return depth != 0 ? "The events do not balance." : nodes != file.AllNodes().Count() ? "The events leave nodes out." : null;
    }
}

using GitOpsTasks.Yaml.Parsing;

namespace GitOpsTasks.Yaml;

/// <summary>Reads bytes into a <see cref="YamlFile"/>.</summary>
internal static class YamlReader
{
    /// <summary>The file with its tree of nodes.</summary>
    public static YamlFile Read(ReadOnlyMemory<byte> content, string path, YamlLimits limits)
    {
        if (content.Length > limits.Bytes)
            return new YamlFile(path, content, [TooLarge(content.Length, limits)]);
        var encoding = Transcoding.Detect(content.Span);
        var text = Transcoding.ToUtf8(content, encoding);
        using var parser = new StreamParser(limits, text.Length, log: null);
        parser.Parse(text.Span);
        return new YamlFile(path, content, text, encoding, parser, AllFindings(content, text, encoding, parser.Findings));
    }

    /// <summary>The tokens of a text.</summary>
    public static YamlToken[] ReadTokens(ReadOnlySpan<byte> text, YamlLimits limits)
    {
        var log = new TokenLog();
        using var parser = new StreamParser(limits, text.Length, log);
        parser.Parse(text);
        return log.WithTrivia(text);
    }

    private static IReadOnlyList<Finding> AllFindings(
        ReadOnlyMemory<byte> content, ReadOnlyMemory<byte> text, YamlEncoding encoding, IReadOnlyList<Finding> ofParser) =>
        encoding == YamlEncoding.Utf8 && !ForbiddenCharacters.MayBeIn(text.Span)
            ? ofParser
            : [.. ForbiddenCharacters.Find(text), .. EncodingFindings(content, text, encoding), .. ofParser];

    private static Finding TooLarge(int length, YamlLimits limits) =>
        new(YamlCodes.TooLarge, 0, $"The file has {length} bytes, more than {limits.Bytes}.", null);

    private static IEnumerable<Finding> EncodingFindings(ReadOnlyMemory<byte> content, ReadOnlyMemory<byte> text, YamlEncoding encoding)
    {
        if (encoding != YamlEncoding.Utf8 && !Transcoding.FromUtf8(text, encoding).Span.SequenceEqual(content.Span))
            yield return new Finding(YamlCodes.NotUtf8, 0, $"The file has bytes that are not {encoding}.", "Save it as UTF-8: Kubernetes reads nothing else.");
    }
}

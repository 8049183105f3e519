using GitOpsTasks.Yaml.Parsing;

namespace GitOpsTasks.Yaml;

/// <summary>Reads bytes into a <see cref="YamlFile"/>.</summary>
internal static class YamlReader
{
    /// <summary>The file with its tree of nodes.</summary>
    public static YamlFile Read(ReadOnlyMemory<byte> content, string path, YamlLimits limits)
    {
        if (content.Length > limits.Bytes)
            return new YamlFile(path, content, limits, [TooLarge(content.Length, limits)]);
        var encoding = Transcoding.Detect(content.Span);
        var text = Transcoding.ToUtf8(content, encoding);
        using var parser = new StreamParser(limits, text.Length, log: null);
        parser.Parse(text.Span);
        return new YamlFile(path, content, limits, text, encoding, parser, AllFindings(content, text, encoding, parser.Findings));
    }

    /// <summary>The tokens of a file.</summary>
    public static YamlToken[] ReadTokens(YamlFile file, YamlLimits limits)
    {
        if (file.Content.Length > limits.Bytes)
            return [new YamlToken(YamlTokenKind.Unparsed, new ByteSpan(0, file.Content.Length))];
        var text = file.Text.Span;
        var log = new TokenLog();
        using var parser = new StreamParser(limits, text.Length, log);
        parser.Parse(text);
        var tokens = log.WithTrivia(text);
        if (file.Encoding != YamlEncoding.Utf8)
            MapToContent(tokens, file);
        return tokens;
    }

    // Malformed text may be longer or shorter than what it was read from: the last token takes what is left.
    private static void MapToContent(YamlToken[] tokens, YamlFile file)
    {
        var start = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            var length = Transcoding.Length(file.Text.Span[tokens[i].Span.Start..tokens[i].Span.End], file.Encoding);
            var end = i == tokens.Length - 1 ? file.Content.Length : Math.Min(file.Content.Length, start + length);
            tokens[i] = tokens[i] with { Span = new ByteSpan(start, end) };
            start = end;
        }
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

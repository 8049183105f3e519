using GitOpsTasks.Contracts;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Fixing;

/// <summary>Mends what was found in one file, and refuses where the file would mean something else.</summary>
internal static class FileFix
{
    /// <summary>Whether a finding is of a kind that can be mended.</summary>
    public static bool CanMend(Diagnostic finding) => finding.Place is { Line: > 0 } && (QuotesFix.IsWanted(finding) || finding.Code is
        LintCodes.TrailingSpaces or LintCodes.NewLines or LintCodes.NewLineAtEndOfFile or LintCodes.Comments or LintCodes.DocumentStart
        or LintCodes.EmptyLines or LintCodes.Truthy or LintCodes.OctalValues);

    /// <summary>The mended bytes; those that were, where nothing can be mended.</summary>
    /// <param name="path">The file.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="findings">What was found in it, of the kinds that can be mended.</param>
    public static (ReadOnlyMemory<byte> Content, Diagnostic? Refusal) Mend(TreePath path, ReadOnlyMemory<byte> content, IReadOnlyList<Diagnostic> findings)
    {
        var before = YamlFile.Parse(content, path.Value);
        // Lone carriage returns are line ends to some only.
        if (!before.IsValid || before.Encoding != YamlEncoding.Utf8 || HasLoneReturns(content.Span))
            return (content, null);
        var text = new FixText(before);
        var quotes = new QuotesFix(path, text);
        var quoted = findings.Where(finding => QuotesFix.IsWanted(finding) || finding.Code is LintCodes.Truthy or LintCodes.OctalValues)
            .Select(quotes.NodeOf).OfType<YamlNode>().Distinct().ToList();
        var edits = findings.Select(finding => EditOf(text, finding)).OfType<ByteEdit>().Concat(quoted.SelectMany(QuotesFix.Quote));
        var mended = ByteEdit.Apply(content.Span, edits);
        if (findings.FirstOrDefault(finding => finding.Code == LintCodes.NewLines) is { } lineEnds)
            mended = LineEnds(mended, toDos: lineEnds.Message.Contains("\\r\\n", StringComparison.Ordinal));
        if (content.Span.SequenceEqual(mended))
            return (content, null);
        var difference = FixedTree.FindDifference(before, YamlFile.Parse(mended, path.Value), quoted.Select(node => node.Index).ToHashSet());
        return difference is null ? (mended, null) : (content, Refuse(path, difference));
    }

    private static ByteEdit? EditOf(FixText text, Diagnostic finding) => finding.Code switch
    {
        LintCodes.TrailingSpaces => WhiteSpaceFix.TrailingSpaces(text, finding.Place!),
        LintCodes.NewLineAtEndOfFile => WhiteSpaceFix.LastLineEnd(text),
        LintCodes.Comments => WhiteSpaceFix.Comment(text, finding),
        LintCodes.DocumentStart => WhiteSpaceFix.DocumentStart(text, finding),
        LintCodes.EmptyLines => WhiteSpaceFix.EmptyLines(text, finding),
        _ => null,
    };

    private static byte[] LineEnds(byte[] content, bool toDos)
    {
        var result = new List<byte>(content.Length + 64);
        for (var at = 0; at < content.Length; at++)
        {
            if (content[at] == '\r' && at + 1 < content.Length && content[at + 1] == '\n')
                continue;
            if (content[at] == '\n' && toDos)
                result.Add((byte)'\r');
            result.Add(content[at]);
        }

        return [.. result];
    }

    private static bool HasLoneReturns(ReadOnlySpan<byte> content)
    {
        for (var at = 0; content[at..].IndexOf((byte)'\r') is var next and >= 0;)
        {
            at += next + 1;
            if (at == content.Length || content[at] != '\n')
                return true;
        }

        return false;
    }

    private static Diagnostic Refuse(TreePath path, string difference) => Diagnostic.Warning(
        LintCodes.FixRefused, $"This file was not mended: {difference}.", "Mend it by hand.", new SourcePlace(path.Value, 1, 1));
}

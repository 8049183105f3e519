using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace GitOpsTasks.Tests.Yaml.Conformance;

/// <summary>What YamlDotNet's parser makes of a text.</summary>
/// <param name="Events">In yaml-test-suite's notation, up to the failure where there is one.</param>
/// <param name="Failure">Why it rejects the text; null where it accepts it.</param>
/// <param name="IsAborted">Whether the reading was given up as too deep for this parser.</param>
internal sealed record OracleReading(IReadOnlyList<string> Events, string? Failure, bool IsAborted)
{
    private const int MaximalDepth = 64;

    public bool IsValid => Failure is null;

    public static OracleReading Of(string text)
    {
        var events = new List<string>();
        try
        {
            // YamlDotNet leaves a byte order mark to the decoder.
            var parser = new Parser(new StringReader(text.StartsWith('\uFEFF') ? text[1..] : text));
            for (var depth = 0; parser.MoveNext();)
            {
                var current = parser.Current!;
                depth += current.NestingIncrease;
                if (depth > MaximalDepth)
                    return new OracleReading(events, "too deep", IsAborted: true);
                events.Add(Line(current));
            }

            return new OracleReading(events, null, IsAborted: false);
        }
#pragma warning disable CA1031 // It throws whatever comes to its mind, YamlException among it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return new OracleReading(events, e.Message, IsAborted: false);
        }
    }

    private static string Line(ParsingEvent current) => current switch
    {
        StreamStart => EventNotation.StreamStart,
        StreamEnd => EventNotation.StreamEnd,
        DocumentStart start => EventNotation.DocumentStart(!start.IsImplicit),
        DocumentEnd end => EventNotation.DocumentEnd(!end.IsImplicit),
        MappingStart start => EventNotation.MappingStart(start.Style == MappingStyle.Flow, AnchorOf(start), TagOf(start)),
        MappingEnd => EventNotation.MappingEnd,
        SequenceStart start => EventNotation.SequenceStart(start.Style == SequenceStyle.Flow, AnchorOf(start), TagOf(start)),
        SequenceEnd => EventNotation.SequenceEnd,
        AnchorAlias alias => EventNotation.Alias(alias.Value.Value),
        Scalar scalar => EventNotation.Scalar(AnchorOf(scalar), TagOf(scalar), Indicator(scalar.Style), scalar.Value),
        _ => throw new InvalidOperationException($"{current.GetType().Name} is not expected."),
    };

    private static string? AnchorOf(NodeEvent node) => node.Anchor.IsEmpty ? null : node.Anchor.Value;

    private static string? TagOf(NodeEvent node) => node.Tag.IsEmpty ? null : node.Tag.Value;

    private static char Indicator(ScalarStyle style) => style switch
    {
        ScalarStyle.SingleQuoted => '\'',
        ScalarStyle.DoubleQuoted => '"',
        ScalarStyle.Literal => '|',
        ScalarStyle.Folded => '>',
        _ => ':',
    };
}

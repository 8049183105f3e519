using GitOpsTasks.Yaml;

namespace GitOpsTasks.Tests.Yaml.Conformance;

/// <summary>Writes the events of a file read by our parser in yaml-test-suite's notation.</summary>
internal static class EventTree
{
    public static IReadOnlyList<string> Of(YamlFile file) => [.. file.Events.Select(Line)];

    private static string Line(YamlEvent step) => step.Kind switch
    {
        YamlEventKind.StreamStart => EventNotation.StreamStart,
        YamlEventKind.StreamEnd => EventNotation.StreamEnd,
        YamlEventKind.DocumentStart => EventNotation.DocumentStart(step.IsExplicit),
        YamlEventKind.DocumentEnd => EventNotation.DocumentEnd(step.IsExplicit),
        YamlEventKind.MappingEnd => EventNotation.MappingEnd,
        YamlEventKind.SequenceEnd => EventNotation.SequenceEnd,
        _ => Line(step.Kind, step.Node ?? throw new InvalidOperationException($"{step.Kind} without a node.")),
    };

    private static string Line(YamlEventKind kind, YamlNode node) => kind switch
    {
        YamlEventKind.MappingStart => EventNotation.MappingStart(node.Style == YamlStyle.Flow, node.Anchor, node.Tag),
        YamlEventKind.SequenceStart => EventNotation.SequenceStart(node.Style == YamlStyle.Flow, node.Anchor, node.Tag),
        YamlEventKind.Alias => EventNotation.Alias(node.Value),
        _ => EventNotation.Scalar(node.Anchor, node.Tag, Indicator(node.Style), node.Value),
    };

    private static char Indicator(YamlStyle style) => style switch
    {
        YamlStyle.SingleQuoted => '\'',
        YamlStyle.DoubleQuoted => '"',
        YamlStyle.Literal => '|',
        YamlStyle.Folded => '>',
        _ => ':',
    };
}

using GitOpsTasks.Contracts;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Schema.Checking;

/// <summary>A place where a manifest does not meet its schema.</summary>
/// <param name="Code">The code of the finding.</param>
/// <param name="Node">What is wrong.</param>
/// <param name="Message">One sentence: what is wrong.</param>
/// <param name="Advice">One sentence: what to do.</param>
/// <param name="Severity">How serious it is.</param>
internal readonly record struct SchemaProblem(string Code, YamlNode Node, string Message, string Advice, Severity Severity = Severity.Error)
{
    public Diagnostic ToDiagnostic() => new(Code, Severity, Message, Advice) { Place = HeadOf(Node) };

    /// <summary>Where a node begins: at its first key or item, on one line, so that it can be shown beside a change.</summary>
    public static SourcePlace HeadOf(YamlNode node)
    {
        var head = node;
        while (head is { Style: YamlStyle.Block, Kind: YamlKind.Mapping or YamlKind.Sequence } && First(head) is { } first)
            head = first;
        var place = head.Place;
        return place.EndLine == place.Line ? place : place with { EndLine = place.Line, EndColumn = place.Column + 1 };
    }

    private static YamlNode? First(YamlNode collection)
    {
        foreach (var child in collection.Children)
            return child;
        return null;
    }
}

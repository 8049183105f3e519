using GitOpsTasks.Lint.Yaml.Rules;

namespace GitOpsTasks.Lint.Yaml;

/// <summary>Every rule about the text of a file.</summary>
internal static class RuleCatalog
{
    /// <summary>In the order of their names.</summary>
    public static IReadOnlyList<RuleDefinition> All { get; } =
    [
        AnchorsRule.Definition,
        FlowSpacing.Braces,
        FlowSpacing.Brackets,
        ColonsRule.Definition,
        CommasRule.Definition,
        CommentsRule.Definition,
        CommentsIndentationRule.Definition,
        DocumentEndRule.Definition,
        DocumentStartRule.Definition,
        EmptyLinesRule.Definition,
        EmptyValuesRule.Definition,
        FloatValuesRule.Definition,
        HyphensRule.Definition,
        IndentationRule.Definition,
        KeyDuplicatesRule.Definition,
        KeyOrderingRule.Definition,
        LineLengthRule.Definition,
        NewLineAtEndOfFileRule.Definition,
        NewLinesRule.Definition,
        OctalValuesRule.Definition,
        QuotedStringsRule.Definition,
        TrailingSpacesRule.Definition,
        TruthyRule.Definition,
    ];

    /// <summary>The rule of a name; null where there is none.</summary>
    public static RuleDefinition? Find(string id) => All.FirstOrDefault(rule => rule.Id == id);
}

namespace GitOpsTasks.Lint.Yaml.Tokens;

/// <summary>What may come next in the grammar of YAML 1.1.</summary>
internal enum GrammarState : byte
{
    DocumentContent,
    DocumentEnd,
    DocumentStart,
    BlockNode,
    BlockNodeOrUnmarkedSequence,
    FlowNode,
    BlockEntry,
    UnmarkedEntry,
    BlockKey,
    BlockValue,
    FlowFirstEntry,
    FlowEntry,
    FlowPairKey,
    FlowPairValue,
    FlowFirstKey,
    FlowKey,
    FlowValue,
    FlowEmptyValue,
}

namespace GitOpsTasks.Lint.Yaml.Tokens;

/// <summary>The tokens of YAML as libyaml and its kin cut a text: those that yamllint's rules are defined on.</summary>
internal enum TokenKind : byte
{
    StreamStart,
    StreamEnd,
    Directive,
    DocumentStart,
    DocumentEnd,
    BlockSequenceStart,
    BlockMappingStart,

    /// <summary>Where a block collection has ended: at the next token, and empty.</summary>
    BlockEnd,
    FlowSequenceStart,
    FlowMappingStart,
    FlowSequenceEnd,
    FlowMappingEnd,
    BlockEntry,
    FlowEntry,

    /// <summary>Before a key; empty unless it is a <c>?</c>.</summary>
    Key,
    Value,
    Alias,
    Anchor,
    Tag,
    Scalar,
}

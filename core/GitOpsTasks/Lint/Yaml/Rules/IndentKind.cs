namespace GitOpsTasks.Lint.Yaml.Rules;

/// <summary>What an <see cref="IndentFrame"/> is of.</summary>
internal enum IndentKind
{
    Root,
    BlockMapping,
    BlockSequence,
    FlowMapping,
    FlowSequence,
    Item,
    Key,
    Value,
}

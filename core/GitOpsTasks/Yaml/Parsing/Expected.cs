namespace GitOpsTasks.Yaml.Parsing;

/// <summary>Where the next node may stand.</summary>
/// <param name="Indent">On a line of its own it is indented by more than this.</param>
/// <param name="AllowsCompact">Whether a block collection may begin on the line of the indicator before it (ns-l-compact).</param>
/// <param name="AllowsListAtIndent">Whether a sequence may stand at <paramref name="Indent"/> itself, as the value of a key.</param>
internal readonly record struct Expected(int Indent, bool AllowsCompact, bool AllowsListAtIndent);

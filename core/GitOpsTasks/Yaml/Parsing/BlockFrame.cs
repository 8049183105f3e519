namespace GitOpsTasks.Yaml.Parsing;

/// <summary>A block collection that is not closed yet.</summary>
/// <param name="Node">Its node; -1 for the document.</param>
/// <param name="Indent">The column of its keys or dashes; -1 for the document.</param>
/// <param name="State">What it waits for.</param>
internal readonly record struct BlockFrame(int Node, int Indent, BlockState State);

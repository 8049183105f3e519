namespace GitOpsTasks.Yaml.Parsing;

/// <summary>Where a node begins.</summary>
/// <param name="Offset">Offset of its first byte, its anchor and tag included.</param>
/// <param name="Line">Offset of the line it is on.</param>
/// <param name="CanOpen">Whether a block collection may begin here.</param>
internal readonly record struct NodeStart(int Offset, int Line, bool CanOpen);

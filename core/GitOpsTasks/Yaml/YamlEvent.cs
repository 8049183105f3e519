namespace GitOpsTasks.Yaml;

/// <summary>One step of walking a stream in the order it is written.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="Node">The node that begins or ends; null for streams and documents.</param>
/// <param name="IsExplicit">For a document: whether <c>---</c> is written at its start, <c>...</c> at its end.</param>
public readonly record struct YamlEvent(YamlEventKind Kind, YamlNode? Node, bool IsExplicit);

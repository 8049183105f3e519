namespace GitOpsTasks.Yaml;

/// <summary>Bytes to be taken out and text to be put in their place.</summary>
/// <param name="Span">The bytes the edit owns; empty for an insertion.</param>
/// <param name="Text">What stands there afterwards.</param>
internal readonly record struct Splice(ByteSpan Span, string Text);

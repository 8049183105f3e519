namespace GitOpsTasks.Merge;

/// <summary>What installing the driver came to. A merge has no result but its file and exit code.</summary>
/// <param name="Changed">Whether anything was, or would be, written.</param>
/// <param name="Driver">The command line git runs.</param>
/// <param name="Configuration">The configuration it goes into: <c>--local</c> or <c>--global</c>.</param>
/// <param name="Attributes">The lines added to <c>.gitattributes</c>.</param>
public sealed record MergeResult(bool Changed, string Driver, string Configuration, IReadOnlyList<string> Attributes);

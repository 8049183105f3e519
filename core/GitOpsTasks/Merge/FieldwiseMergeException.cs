namespace GitOpsTasks.Merge;

/// <summary>A file cannot be merged field by field; git merges it as text. Never leaves the room.</summary>
/// <param name="reason">Why, as a clause such as <c>it is not YAML</c>.</param>
internal sealed class FieldwiseMergeException(string reason) : Exception(reason);

namespace GitOpsTasks.Yaml;

/// <summary>One document of a stream.</summary>
/// <param name="Root">Index of its root node.</param>
/// <param name="IsExplicitStart">Whether it begins with <c>---</c>.</param>
/// <param name="IsExplicitEnd">Whether it ends with <c>...</c>.</param>
/// <param name="Handles">The tag handles its directives declare; null where there are none.</param>
internal readonly record struct DocumentData(int Root, bool IsExplicitStart, bool IsExplicitEnd, TagHandles? Handles);

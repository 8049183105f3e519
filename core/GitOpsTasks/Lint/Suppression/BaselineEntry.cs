namespace GitOpsTasks.Lint.Suppression;

/// <summary>A finding that is known, told apart from others without its line number, so that edits above it do not matter.</summary>
/// <param name="File">The file from the root of the tree.</param>
/// <param name="Code">The code of the finding.</param>
/// <param name="Line">A hash of the line it is on, white space around it left out.</param>
/// <param name="Number">The how manieth it is of those that are the same in all else, from 1.</param>
internal readonly record struct BaselineEntry(string File, string Code, string Line, int Number);

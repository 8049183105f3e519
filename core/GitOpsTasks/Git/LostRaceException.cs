namespace GitOpsTasks.Git;

/// <summary>Another writer was first; the edit is to be run again on the new tip.</summary>
internal sealed class LostRaceException() : Exception("Another writer moved the branch first.");

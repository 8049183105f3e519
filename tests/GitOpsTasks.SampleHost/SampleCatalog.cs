using GitOpsTasks.Chain;

namespace GitOpsTasks.SampleHost;

/// <summary>Tasks that show what the command makes of a declaration.</summary>
internal static class SampleCatalog
{
    /// <summary>The sample, and one that must not be loaded unless it is run.</summary>
    public static IReadOnlyList<TaskEntry> Entries { get; } =
    [
        new("echo", "Repeats words.", () => EchoTask.Declaration),
        new("trap", "Must not be loaded by other commands.", () => throw new NotSupportedException("loaded")),
    ];
}

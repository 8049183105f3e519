using GitOpsTasks.Build;
using GitOpsTasks.Bump;
using GitOpsTasks.Chain.Demo;
using GitOpsTasks.Contracts;
using GitOpsTasks.Generate;
using GitOpsTasks.Init;
using GitOpsTasks.Lint;
using GitOpsTasks.Merge;
using GitOpsTasks.Promote;
using GitOpsTasks.Promote.Gates;
using GitOpsTasks.Status;
using GitOpsTasks.Wait;

namespace GitOpsTasks.Chain;

/// <summary>Every task there is, in the order of the help: what all hosts and the reference are made from.</summary>
public static class TaskCatalog
{
    /// <summary>The tasks by name; none of their declarations is made yet.</summary>
    public static IReadOnlyList<TaskEntry> Entries { get; } =
    [
        new("build", BuildTask.Summary, () => BuildTask.Declare(ConfiguredImages.ResolveAsync)),
        new("generate", GenerateTask.Summary, () => GenerateTask.Declaration),
        new("lint", LintTask.Summary, () => LintTask.Declaration),
        new("bump", BumpTask.Summary, () => BumpTask.Declaration),
        new("promote", PromoteTask.Summary, () => PromoteTask.Declare(LintCheck.Gate, PromotionGates.All)),
        new("wait", WaitTask.Summary, () => WaitTask.Declaration),
        new("status", StatusTask.Summary, () => StatusTask.Declaration) { IsForPeople = true },
        new("run", RunTask.Summary, () => RunTask.Declaration),
        new("init", InitTask.Summary, () => InitTask.Declaration) { IsForPeople = true },
        new("merge-driver", MergeDriverTask.Summary, () => MergeDriverTask.Declaration) { IsForPeople = true },
        new("demo", DemoTask.Summary, () => DemoTask.Declaration) { IsForPeople = true },
    ];

    /// <summary>All declarations.</summary>
    public static IReadOnlyList<TaskDeclaration> All => [.. Entries.Select(entry => entry.Load())];
}

using GitOpsTasks.Contracts;

namespace GitOpsTasks.Tests.Architecture;

/// <summary>The arrows of the design: hosts use the chain, the chain uses tasks, tasks use parts, parts use earlier parts.</summary>
public sealed class TheEngine
{
    private static readonly string[] s_parts =
    [
        "Processes", "Contracts", "Images", "Yaml", "Config", "Trees", "Git", "Edits", "Registry", "Forges", "Promotions", "Reporting",
    ];

    private static readonly string[] s_tasks = ["Build", "Generate", "Lint", "Bump", "Promote", "Wait", "Status", "Merge", "Init"];

    private static readonly IReadOnlyList<(string From, string To, string By)> s_arrows = RoomDependencies.Of(typeof(Diagnostic).Assembly);

    [Fact]
    public void Has_only_the_rooms_of_the_design() =>
        typeof(Diagnostic).Assembly.GetTypes().Select(RoomDependencies.RoomOf).OfType<string>().Distinct()
            .Except([.. s_parts, .. s_tasks, "Chain"]).ShouldBeEmpty();

    [Fact]
    public void Has_parts_that_use_earlier_parts_only() =>
        s_arrows.Where(arrow => s_parts.Contains(arrow.From) && Array.IndexOf(s_parts, arrow.To) is var to
                && (to < 0 || to > Array.IndexOf(s_parts, arrow.From)))
            .Select(arrow => $"{arrow.By} uses {arrow.To}").Distinct().ShouldBeEmpty();

    [Fact]
    public void Has_tasks_that_know_nothing_of_each_other() =>
        s_arrows.Where(arrow => s_tasks.Contains(arrow.From) && !s_parts.Contains(arrow.To))
            .Select(arrow => $"{arrow.By} uses {arrow.To}").Distinct().ShouldBeEmpty();

    [Fact]
    public void Has_a_chain_that_composes_every_task() =>
        s_arrows.Where(arrow => arrow.From == "Chain").Select(arrow => arrow.To).Intersect(s_tasks).Order()
            .ShouldBe(s_tasks.Order());

    [Fact]
    public void Uses_few_libraries() =>
        typeof(Diagnostic).Assembly.GetReferencedAssemblies().Select(library => library.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal) && !name.StartsWith("Microsoft.Win32", StringComparison.Ordinal))
            .Except(["DiffPlex", "Polly.Core"])
            .ShouldBeEmpty();
}

using System.Collections.Concurrent;
using GitOpsTasks.Git;
using GitOpsTasks.Lint;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Tests.Lint.Robustness;

public sealed class SharingATree
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Asks_a_tree_that_is_not_made_for_threads_by_one_at_a_time()
    {
        var below = new BusyTree();
        var shared = new SharedTree(below);
        await Parallel.ForAsync(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Token }, async (number, cancel) =>
        {
            await shared.ReadAsync(TreePath.Parse($"{number}.yaml"), cancel);
            await shared.ListAsync(TreePath.Parse($"{number % 5}"), cancel);
        });
        below.MostAtOnce.ShouldBe(1);
        below.Listed.Count.ShouldBe(5, "each folder is listed once");
    }

    [Fact]
    public void Knows_which_trees_are_made_for_threads()
    {
        new WorkTree("/").ShouldSatisfyAllConditions(tree => ((IConfigTree)tree).IsSafeForThreads.ShouldBeTrue());
        new ChangedTree(new WorkTree("/"), ChangeSet.Empty).IsSafeForThreads.ShouldBeTrue();
        new ChangedTree(EmptyTree.Instance, ChangeSet.Empty).IsSafeForThreads.ShouldBeFalse();
        ((IConfigTree)new FrozenTree(new WorkTree("/"))).IsSafeForThreads.ShouldBeFalse();
    }

    private sealed class BusyTree : IConfigTree
    {
        private int _now;

        public int MostAtOnce { get; private set; }

        public ConcurrentBag<TreePath> Listed { get; } = [];

        public string Revision => "";

        public async ValueTask<IReadOnlyDictionary<TreePath, TreeFile>> ReadAsync(IReadOnlyCollection<TreePath> paths, CancellationToken cancellationToken)
        {
            await BeBusyAsync();
            return new Dictionary<TreePath, TreeFile>();
        }

        public async ValueTask<IReadOnlyList<TreeEntry>> ListAsync(TreePath folder, CancellationToken cancellationToken)
        {
            Listed.Add(folder);
            await BeBusyAsync();
            return [];
        }

        public ValueTask<IReadOnlyList<TreeEntry>> ListRecursivelyAsync(TreePath folder, CancellationToken cancellationToken) => ListAsync(folder, cancellationToken);

        private async Task BeBusyAsync()
        {
            MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref _now));
            await Task.Yield();
            Interlocked.Decrement(ref _now);
        }
    }
}

using GitOpsTasks.Contracts;
using GitOpsTasks.Generate;
using GitOpsTasks.Generate.Regeneration;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Tests.Generate.Regeneration;

/// <summary>The folder <c>app</c> with what is generated into it, and what people make of that.</summary>
internal sealed class GeneratedFolder
{
    public const string Record = "app/.gitops/generated.yaml";
    private readonly SortedDictionary<string, GeneratedFile> _wanted = new(StringComparer.Ordinal);

    public MemoryTree Tree { get; } = new();

    public RegenerationRules Rules { get; set; } = RegenerationRules.Default;

    public IReadOnlyCollection<GeneratedFile> Wanted => _wanted.Values;

    public void Want(string path, string yaml, bool isShared = false) =>
        _wanted[path] = new GeneratedFile(TreePath.Parse(path), (YamlMap)ValueReader.Read(Yaml.Document.Root(yaml))) { IsShared = isShared };

    public void Want(string path, YamlMap value) => _wanted[path] = new GeneratedFile(TreePath.Parse(path), value);

    public void WantNo(string path) => _wanted.Remove(path).ShouldBeTrue();

    public async Task<ChangeSet> PlanAsync() =>
        await Regenerator.PlanAsync(_wanted.Values, TreePath.Parse("app"), Rules, Tree, TestContext.Current.CancellationToken);

    public async Task<ChangeSet> GenerateAsync()
    {
        var changes = await PlanAsync();
        Tree.Take(changes);
        return changes;
    }

    /// <summary>What keeps it from being generated; nothing is written then.</summary>
    public async Task<IReadOnlyList<string>> RefusalAsync()
    {
        var failure = await Should.ThrowAsync<TaskFailedException>(GenerateAsync());
        failure.ExitCode.ShouldBe(ExitCode.Findings);
        return [.. failure.Diagnostics.Select(found => found.ToString())];
    }

    public void Edit(string path, string old, string @new)
    {
        Tree[path].ShouldContain(old, Case.Sensitive);
        Tree[path] = Tree[path].Replace(old, @new, StringComparison.Ordinal);
    }

    /// <summary>That generating once more changes no byte.</summary>
    public async Task ShouldBeSettledAsync() => (await PlanAsync()).Files.ShouldBeEmpty();
}

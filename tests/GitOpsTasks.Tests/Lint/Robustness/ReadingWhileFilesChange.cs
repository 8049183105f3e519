using GitOpsTasks.Lint;
using GitOpsTasks.Tests.Git;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Tests.Lint.Robustness;

public sealed class ReadingWhileFilesChange : IDisposable
{
    private readonly Workplace _place = new();

    public ReadingWhileFilesChange()
    {
        _place.Write("../outside/secret.yaml", "a: 1\na: 2\n");
        _place.Write("kustomization.yaml", "resources: [folder/a.yaml]\n");
        _place.Write("folder/a.yaml", "a: 1\n");
        _place.Write("stays.yaml", "a: 1\na: 2\n");
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task Says_which_file_went_away() =>
        (await CheckAsync(() => Directory.Delete(_place.PathOf("folder"), recursive: true)))
            .Where(finding => !finding.StartsWith("kustomization", StringComparison.Ordinal))
            .ShouldBe([$"folder/a.yaml:1:1 {LintCodes.FileGone}", $"stays.yaml:2:1 {LintCodes.DuplicateKey}"]);

    [Fact]
    public async Task Takes_a_folder_in_the_place_of_a_file_for_a_file_that_went_away() =>
        (await CheckAsync(() =>
        {
            File.Delete(_place.PathOf("folder/a.yaml"));
            Directory.CreateDirectory(_place.PathOf("folder/a.yaml"));
        })).ShouldContain($"folder/a.yaml:1:1 {LintCodes.FileGone}");

    [Fact]
    public async Task Does_not_follow_what_became_a_link() =>
        (await CheckAsync(() =>
        {
            Directory.Delete(_place.PathOf("folder"), recursive: true);
            Directory.CreateSymbolicLink(_place.PathOf("folder"), "../outside");
            File.Delete(_place.PathOf("stays.yaml"));
            File.CreateSymbolicLink(_place.PathOf("stays.yaml"), "../outside/secret.yaml");
        })).ShouldNotContain(finding => finding.EndsWith(LintCodes.DuplicateKey, StringComparison.Ordinal));

    [Fact]
    public async Task Reads_what_is_left_of_a_file() =>
        (await CheckAsync(() => File.WriteAllBytes(_place.PathOf("folder/a.yaml"), []))).ShouldBe([$"stays.yaml:2:1 {LintCodes.DuplicateKey}"]);

    private async Task<List<string>> CheckAsync(Action happens)
    {
        var done = false;
        var tree = new VanishingTree(new WorkTree(_place.Folder), () =>
        {
            if (!done)
                happens();
            done = true;
        });
        var check = LintCheck.Over([TreePath.Root], new LintSettings { ReadsWholeTree = true }, _place.Context());
        return [.. (await check(tree, Token)).Select(finding => $"{finding.Place} {finding.Code}")];
    }
}

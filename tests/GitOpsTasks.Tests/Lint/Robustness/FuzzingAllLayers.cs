using System.Text;
using GitOpsTasks.Contracts;
using GitOpsTasks.Git;
using GitOpsTasks.Lint;
using GitOpsTasks.Tests.Git;
using GitOpsTasks.Tests.Lint.Yaml;
using GitOpsTasks.Tests.Yaml.Conformance;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Tests.Lint.Robustness;

public sealed class FuzzingAllLayers : IDisposable
{
    private const int FilesOfATree = 40;

    private static readonly bool IsFull = Environment.GetEnvironmentVariable("GITOPSTASKS_FULL") == "1";
    private static readonly TimeSpan s_longestTree = TimeSpan.FromMinutes(1);

    private static readonly string[] s_names =
        ["kustomization.yaml", "a.yaml", "b.yaml", "base/kustomization.yaml", "base/deployment.yaml", "crds/crd.yaml", "charts/x/values.yaml", "charts/x/Chart.yaml"];

    private static byte[] AllRules => Encoding.UTF8.GetBytes(
        "extends: default\nrules: {quoted-strings: {required: only-when-needed, check-keys: true}, key-ordering: enable, octal-values: enable, "
        + "float-values: {forbid-inf: true, forbid-nan: true, forbid-scientific-notation: true}, empty-values: enable, "
        + "indentation: {check-multi-line-strings: true}, anchors: {forbid-unused-anchors: true}, document-end: enable}\n");

    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Finds_something_in_anything(int seed)
    {
        var random = new Random(seed);
        byte[][] seeds = [.. Manifests(), .. Inputs.Seeds().Select(Encoding.UTF8.GetBytes)];
        var manifests = Manifests().ToArray();
        var (anything, likelyManifests) = (new Fuzzer(random, seeds), new Fuzzer(random, manifests));
        for (var tree = IsFull ? 2_000 : 60; tree > 0; tree--)
        {
            var files = Enumerable.Range(0, FilesOfATree)
                .Select(number => (Path: $"{(number < s_names.Length ? "" : $"f{number}/")}{s_names[number % s_names.Length]}", Content: (number % 2 == 0 ? likelyManifests : anything).Next()))
                .ToDictionary(file => file.Path, file => file.Content);
            if (tree % 2 == 0)
                files.Add(".yamllint", AllRules);
            await CheckAsync(files);
        }
    }

    private async Task CheckAsync(Dictionary<string, byte[]> files)
    {
        try
        {
            foreach (var finding in await LintAsync(files).WaitAsync(s_longestTree, TestContext.Current.CancellationToken))
            {
                if (finding.Place is { } place && !IsInside(place, files[place.File]))
                    Assert.Fail($"{place} {finding.Code} {finding.Message} is not in {Literal(files[place.File])}");
            }
        }
        catch (Exception e) when (e is not (TaskFailedException or Xunit.Sdk.XunitException))
        {
            Assert.Fail($"{e}\n{await SmallestAsync(files)}");
        }
    }

    private async Task<IReadOnlyList<Diagnostic>> LintAsync(Dictionary<string, byte[]> files)
    {
        var changes = new ChangeSet { Files = [.. files.Select(file => new FileChange(TreePath.Parse(file.Key), file.Value)).OrderBy(file => file.Path)] };
        var check = LintCheck.Over([TreePath.Root], new LintSettings { ReadsWholeTree = true }, _place.Context());
        return await Task.Run(() => check(new ChangedTree(EmptyTree.Instance, changes), TestContext.Current.CancellationToken).AsTask());
    }

    // One file that fails alone, or all of them.
    private async Task<string> SmallestAsync(Dictionary<string, byte[]> files)
    {
        foreach (var (path, content) in files)
        {
            try
            {
                await LintAsync(new() { [path] = content }).WaitAsync(s_longestTree);
            }
            catch (Exception e) when (e is not TaskFailedException)
            {
                return $"{path}: {Literal(content)}";
            }
        }

        return string.Join('\n', files.Select(file => $"{file.Key}: {Literal(file.Value)}"));
    }

    // Rules about text know line feeds alone, the parser all line breaks: lines are many by one, long by the other.
    private static bool IsInside(SourcePlace place, byte[] content)
    {
        var text = Encoding.UTF8.GetString(YamlFile.Parse(content, "a.yaml").Text.Span);
        var lines = text.Count(c => c == '\n') + text.Count(c => c == '\r') + 1;
        var longest = text.Split('\n').Max(line => line.Length);
        // yamllint tells a missing document end on the line before the last, which is 0 where there is one line.
        return place.Line == 0 || (place.Line >= 1 && place.Line <= lines && place.Column >= 1 && place.Column <= longest + 1
            && (place.EndLine, place.EndColumn).CompareTo((place.Line, place.Column)) >= 0 && place.EndLine <= lines);
    }

    private static IEnumerable<byte[]> Manifests()
    {
        var file = Path.Combine(Path.GetDirectoryName(LintTestData.PathOf("x"))!, "..", "Schema", "manifests.yaml");
        return File.ReadAllText(file).Split("\n---").Select(text => Encoding.UTF8.GetBytes(text.TrimStart('-') + "\n"));
    }

    private static string Literal(byte[] content) => $"{Comparison.Escaped(Encoding.UTF8.GetString(content))} ({Convert.ToHexString(content)})";
}

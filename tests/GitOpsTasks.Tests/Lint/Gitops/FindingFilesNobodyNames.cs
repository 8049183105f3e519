namespace GitOpsTasks.Tests.Lint.Gitops;

public sealed class FindingFilesNobodyNames : GitopsRepository
{
    public FindingFilesNobodyNames() => Place.Write("app/web.yaml", Deployment());

    private async Task<IEnumerable<string>> UnnamedAsync() => (await CodesAsync()).Where(finding => finding.EndsWith("GOT2303", StringComparison.Ordinal));

    [Fact]
    public async Task Finds_a_manifest_beside_a_kustomization()
    {
        Place.Write("app/kustomization.yaml", "resources: [web.yaml]\n");
        Place.Write("app/more.yml", ConfigMap("more"));
        (await UnnamedAsync()).ShouldBe(["app/more.yml:3:18 GOT2303"]);
    }

    [Fact]
    public async Task Finds_one_beside_a_file_that_is_named_in_a_folder_below()
    {
        Place.Write("app/kustomization.yaml", "resources: [web.yaml, below/a.yaml]\n");
        Place.Write("app/below/a.yaml", ConfigMap("a"));
        Place.Write("app/below/b.yaml", ConfigMap("b"));
        Place.Write("app/other/c.yaml", ConfigMap("c"));
        (await UnnamedAsync()).ShouldBe(["app/below/b.yaml:3:18 GOT2303"]);
    }

    [Theory]
    [InlineData("resources: [web.yaml]\n# - more.yaml", "v1", "ConfigMap")]
    [InlineData("resources: [web.yaml]\nconfigMapGenerator: [{name: a, files: [more.yaml]}]", "v1", "ConfigMap")]
    [InlineData("resources: [web.yaml]\npatches: [{path: more.yaml, target: {}}]", "v1", "ConfigMap")]
    [InlineData("resources: [web.yaml]\nreplacements: [{path: more.yaml}]", "v1", "ConfigMap")]
    [InlineData("resources: [web.yaml]", "argoproj.io/v1alpha1", "Application")]
    [InlineData("resources: [web.yaml]", "kind.x-k8s.io/v1alpha4", "Cluster")]
    public async Task Takes_files_that_have_a_reason(string kustomization, string version, string kind)
    {
        Place.Write("app/kustomization.yaml", kustomization + "\n");
        Place.Write("app/more.yaml", $"apiVersion: {version}\nkind: {kind}\nmetadata: {{name: more}}\n");
        (await UnnamedAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Takes_a_file_that_another_folder_names()
    {
        Place.Write("app/kustomization.yaml", "resources: [web.yaml]\n");
        Place.Write("app/more.yaml", ConfigMap("more"));
        Place.Write("other/kustomization.yaml", "resources: [../app/more.yaml]\n");
        (await UnnamedAsync()).ShouldBeEmpty();
    }
}

using GitOpsTasks.Contracts;

namespace GitOpsTasks.Tests.Lint;

public sealed class FollowingReferences : LintedFiles
{
    public FollowingReferences()
    {
        Place.Write("base/kustomization.yaml", "resources: [deployment.yaml]\n");
        Place.Write("base/deployment.yaml", "kind: Deployment\n");
        Place.Write("yml/kustomization.yml", "{}\n");
        Place.Write("upper/Kustomization", "{}\n");
        Place.Write("plain/config.yaml", "a: b\n");
        Place.Write("app/values.env", "A=b\n");
        Place.Write("app/ü b.yaml", "a: b\n");
    }

    [Theory]
    [InlineData("resources: [../base, ../yml, ../upper, ../base/deployment.yaml, 'ü b.yaml', ./values.env]")]
    [InlineData("bases: [../base/]\ncomponents: [.././base]\ncrds: [ü b.yaml]")]
    [InlineData("resources: ['https://example.com/a.yaml', 'github.com/acme/x//base?ref=v1', 'git@github.com:acme/x.git', 'ssh://git@host/x', 'git::https://h/x', 'git.example.com/acme/x.git//deploy', 'example.com/acme/x//deploy?ref=main', 'https://dev.azure.com/a/_git/b', 'git.example.com/acme/x.git']")]
    [InlineData("configMapGenerator: [{name: a, files: [values.env, key=values.env, 'k.y=./ü b.yaml'], envs: [values.env], env: values.env, literals: [A=missing]}]")]
    [InlineData("secretGenerator: [{name: a, files: [values.env]}]")]
    [InlineData("patches: [{path: ü b.yaml}, {patch: 'a: b'}]\npatchesJson6902: [{path: ü b.yaml}]\npatchesStrategicMerge: ['ü b.yaml', \"a: b\\nc: d\\n\"]")]
    [InlineData("generators:\n- |-\n  apiVersion: builtin\n  kind: ConfigMapGenerator\n- ../base\ntransformers:\n- |\n  kind: LabelTransformer\nvalidators: []")]
    [InlineData("replacements: [{path: ü b.yaml}, {source: {kind: A}}]\nconfigurations: [ü b.yaml]\nopenapi: {path: ü b.yaml}")]
    [InlineData("helmCharts: [{name: a, valuesFile: values.env, additionalValuesFiles: [ü b.yaml]}]")]
    [InlineData("x: &x [../base]\nresources: *x")]
    [InlineData("kind: Kustomization\napiVersion: kustomize.toolkit.fluxcd.io/v1\nresources: [missing.yaml]")]
    [InlineData("resources: []\npatches:\n")]
    public async Task Finds_nothing_where_all_is_there(string text)
    {
        Place.Write("app/kustomization.yaml", text + "\n");
        (await FindingsAsync()).Where(finding => finding.Contains(" GOT211", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("resources: [missing.yaml]", "1:13 GOT2110")]
    [InlineData("resources:\n- ../base\n- ../bose # c", "3:3 GOT2110")]
    [InlineData("RESOURCES: [missing.yaml]", "1:13 GOT2110")]
    [InlineData("resources: [../plain]", "1:13 GOT2111")]
    [InlineData("resources: ['../..']", "1:13 GOT2112")]
    [InlineData("resources: [/etc/passwd]", "1:13 GOT2112")]
    [InlineData("resources: [..]", "1:13 GOT2111")]
    [InlineData("components: [missing]", "1:14 GOT2110")]
    [InlineData("configMapGenerator: [{files: [key=missing.txt]}]", "1:31 GOT2110")]
    [InlineData("configMapGenerator: [{envs: [missing.env]}]", "1:30 GOT2110")]
    [InlineData("patches: [{path: ../plain}]", "1:18 GOT2110")]
    [InlineData("patchesStrategicMerge: [missing.yaml]", "1:25 GOT2110")]
    [InlineData("generators: [missing.yaml]", "1:14 GOT2110")]
    [InlineData("helmCharts: [{additionalValuesFiles: [missing.yaml]}]", "1:39 GOT2110")]
    public async Task Finds_what_is_not_there(string text, string finding)
    {
        Place.Write("app/kustomization.yaml", text + "\n");
        (await FindingsAsync()).ShouldBe(["app/kustomization.yaml:" + finding]);
    }

    [Theory]
    [InlineData("kustomization.yml")]
    [InlineData("Kustomization")]
    public async Task Checks_a_kustomization_of_any_name(string name)
    {
        Place.Write("app/" + name, "resources: [missing.yaml]\n");
        (await FindingsAsync()).ShouldBe([$"app/{name}:1:13 GOT2110"]);
    }

    [Fact]
    public async Task Suggests_the_name_that_was_meant()
    {
        Place.Write("app/kustomization.yaml", "resources: [../base/deploymnet.yaml, nothing-like-it.txt]\n");
        var findings = (await LintAsync()).Diagnostics;
        findings.Select(finding => finding.Message).ShouldBe(["'../base/deploymnet.yaml' does not exist.", "'nothing-like-it.txt' does not exist."]);
        findings.Select(finding => finding.Advice).ShouldBe(["Did you mean 'deployment.yaml'?", "Add it, or take it out of the kustomization."]);
        findings.ShouldAllBe(finding => finding.Severity == Severity.Error);
    }
}

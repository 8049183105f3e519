namespace GitOpsTasks.Tests.Lint.Gitops;

public sealed class FindingWhatPatchesAndImagesMiss : GitopsRepository
{
    private const string Patch = "patch: '{spec: {replicas: 1}}'";

    public FindingWhatPatchesAndImagesMiss()
    {
        Place.Write("app/web.yaml", Deployment(metadata: ", labels: {app: web}"));
        Place.Write("app/patched.yaml", "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {template: {spec: {initContainers: [{name: init, image: init:1.0.0}]}}}\n");
        Place.Write("app/job.yaml", "apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: job}\nspec: {jobTemplate: {spec: {template: {spec: {containers: [{name: job, image: 'job@sha256:aa'}]}}}}}\n");
        Place.Write("app/variable.yaml", Deployment("variable", "variable:${TAG}"));
        Place.Write("app/config.yaml", "{}\n");
        Place.Write("app/broken.yaml", "a: [\n");
        Place.Write("component/kustomization.yaml", "kind: Component\nimages: [{name: job, newTag: 1.0.0}]\n");
    }

    [Theory]
    [InlineData("resources: [web.yaml]\nimages: [{name: ghcr.io/acme/web, newTag: 1.0.0}]")]
    [InlineData("resources: [job.yaml]\nimages: [{name: job, newTag: 1.0.0}]")]
    [InlineData("resources: [variable.yaml]\nimages: [{name: variable, newTag: 1.0.0}]")]
    [InlineData("resources: [web.yaml]\nimages: [{name: '(.*)/web', newTag: 1.0.0}]")]
    [InlineData("resources: [web.yaml]\npatches: [{path: patched.yaml}]\nimages: [{name: init, newTag: 1.1.0}]")]
    [InlineData("resources: [web.yaml]\nimages: [{name: ghcr.io/acme/web, newName: web}, {name: web, newTag: 1.0.0}]")]
    [InlineData("resources: [web.yaml, 'https://example.com/a.yaml']\nimages: [{name: other, newTag: 1.0.0}]")]
    [InlineData("resources: [web.yaml]\nhelmCharts: [{name: a, repo: https://example.com, version: 1.0.0}]\nimages: [{name: other, newTag: 1.0.0}]")]
    [InlineData("resources: [web.yaml]\nconfigurations: [config.yaml]\nimages: [{name: other, newTag: 1.0.0}]")]
    [InlineData("resources: [web.yaml, broken.yaml]\nimages: [{name: other, newTag: 1.0.0}]")]
    [InlineData("resources: [web.yaml, missing.yaml]\nimages: [{name: other, newTag: 1.0.0}]")]
    [InlineData("resources: [web.yaml]\npatches: [{target: {kind: Deploy.*, name: w.b}, " + Patch + "}]")]
    [InlineData("resources: [web.yaml]\npatches: [{target: {labelSelector: 'app=web,!old'}, " + Patch + "}]")]
    [InlineData("resources: [web.yaml]\npatches: [{target: {labelSelector: 'app in (a)'}, " + Patch + "}]")]
    [InlineData("resources: [web.yaml]\npatches: [{target: {}, " + Patch + "}]")]
    [InlineData("namePrefix: p-\nresources: [web.yaml]\npatches: [{target: {name: web, namespace: default}, " + Patch + "}]")]
    [InlineData("resources: [web.yaml]\npatches: [{target: {name: '(web'}, " + Patch + "}]")]
    [InlineData("resources: [web.yaml]\ngenerators: [web.yaml]\npatches: [{target: {name: other}, " + Patch + "}]")]
    [InlineData("resources: [web.yaml]\ntransformers: [web.yaml]\nimages: [{name: ghcr.io/acme/web, newTag: 1.0.0}]")]
    [InlineData("configMapGenerator: [{name: made, literals: [a=b]}]\npatches: [{target: {kind: ConfigMap, name: made}, " + Patch + "}]")]
    public async Task Finds_nothing_where_something_is_meant(string kustomization)
    {
        Place.Write("app/kustomization.yaml", kustomization + "\n");
        (await CodesAsync()).Where(finding => finding.Contains(" GOT230", StringComparison.Ordinal)
            && !finding.EndsWith("GOT2303", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("resources: [web.yaml]\nimages: [{name: web, newTag: 1.0.0}]", "2:17 GOT2304")]
    [InlineData("resources: [web.yaml]\nimages: [{name: 'ghcr.io/acme/web:1.4.2', newTag: 1.0.0}]", "2:17 GOT2304")]
    [InlineData("resources: [job.yaml]\nimages: [{name: JOB, newTag: 1.0.0}]", "2:17 GOT2304")]
    [InlineData("resources: [web.yaml]\nimages: [{name: 'x.*', newTag: 1.0.0}]", "2:17 GOT2304")]
    [InlineData("resources: []\nimages: [{name: web, newTag: 1.0.0}]", "2:17 GOT2304")]
    [InlineData("resources: [web.yaml]\npatches: [{target: {kind: Deployment, name: wob}, " + Patch + "}]", "2:45 GOT2306")]
    [InlineData("resources: [web.yaml]\npatches: [{target: {kind: Deploy}, " + Patch + "}]", "2:27 GOT2306")]
    [InlineData("resources: [web.yaml]\npatches: [{target: {labelSelector: app=api}, " + Patch + "}]", "2:36 GOT2306")]
    [InlineData("resources: [web.yaml]\npatches: [{target: {group: batch, kind: Deployment}, " + Patch + "}]", "2:41 GOT2306")]
    [InlineData("resources: [web.yaml]\npatches: [{target: {name: web, namespace: shop}, " + Patch + "}]", "2:27 GOT2306")]
    public async Task Finds_what_is_for_nothing(string kustomization, string finding)
    {
        Place.Write("app/kustomization.yaml", kustomization + "\n");
        (await CodesAsync("app/kustomization.yaml")).ShouldBe(["app/kustomization.yaml:" + finding]);
    }

    [Fact]
    public async Task Takes_a_component_with_all_that_use_it()
    {
        Place.Write("one/kustomization.yaml", "resources: [../app/web.yaml]\ncomponents: [../component]\n");
        (await CodesAsync("component")).ShouldBe(["component/kustomization.yaml:2:17 GOT2304"]);
        Place.Write("two/kustomization.yaml", "resources: [../app/job.yaml]\ncomponents: [../component]\n");
        (await CodesAsync("component")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Says_which_image_was_meant()
    {
        Place.Write("app/kustomization.yaml", "resources: [web.yaml]\nimages: [{name: web, newTag: 1.0.0}]\n");
        (await CheckAsync("app/kustomization.yaml")).ShouldHaveSingleItem().Advice.ShouldBe("Did you mean 'ghcr.io/acme/web'?");
    }

    [Fact]
    public async Task Sees_through_overlays()
    {
        Place.Write("app/kustomization.yaml", "namePrefix: a-\nresources: [web.yaml]\nimages: [{name: ghcr.io/acme/web, newName: mirror/web}]\n");
        Place.Write("prod/kustomization.yaml", "resources: [../app]\nimages: [{name: mirror/web, newTag: 1.0.0}]\npatches: [{target: {name: a-web}, " + Patch + "}]\n");
        Place.Write("test/kustomization.yaml", "resources: [../app]\nimages: [{name: ghcr.io/acme/web, newTag: 1.0.0}]\n");
        (await CodesAsync("prod", "test")).ShouldBe(["test/kustomization.yaml:2:17 GOT2304"]);
    }

    [Fact]
    public async Task Says_nothing_of_what_it_did_not_read()
    {
        Place.Write("prod/kustomization.yaml", "resources: [../app]\nimages: [{name: other, newTag: 1.0.0}]\n");
        Place.Write("app/kustomization.yaml", "resources: [web.yaml]\n");
        var gate = GitOpsTasks.Lint.LintCheck.Gate(GitOpsTasks.Trees.TreePath.Parse("prod"), Place.Context());
        (await gate(new GitOpsTasks.Trees.WorkTree(Place.Folder), TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }
}

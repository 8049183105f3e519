using GitOpsTasks.Contracts;
using GitOpsTasks.Parts;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Tests.Lint.Gitops;

/// <summary>What is an error here fails kustomize, and what is none does not.</summary>
public sealed class AgreeingWithKustomize : GitopsRepository
{
    private const string Wob = "apiVersion: apps/v1, kind: Deployment, metadata: {name: wob}";
    private const string Web = "apiVersion: apps/v1, kind: Deployment, metadata: {name: web";
    private const string Replace = "- op: replace\n      path: /kind\n      value: Deployment";

    public AgreeingWithKustomize()
    {
        Place.Write("app/web.yaml", Deployment());
        Place.Write("app/shop.yaml", Deployment(metadata: ", namespace: shop"));
        Place.Write("app/default.yaml", Deployment(metadata: ", namespace: default"));
        Place.Write("app/beta.yaml", Deployment().Replace("apps/v1", "apps/v1beta1", StringComparison.Ordinal));
        Place.Write("app/service.yaml", "apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {}\n");
        Place.Write("app/two.yaml", Deployment() + "---\n" + Deployment());
        Place.Write("app/namespace.yaml", "apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n");
        Place.Write("app/config.yaml", ConfigMap("c"));
        Place.Write("making/kustomization.yaml", "namePrefix: p-\nnamespace: shop\nconfigMapGenerator: [{name: g, literals: [a=b]}]\n");
        Place.Write("named/kustomization.yaml", "namespace: named\nresources: [namespace.yaml]\n");
        Place.Write("named/namespace.yaml", "apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n");
        Place.Write("app/list.yaml", "apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: ConfigMap, metadata: {name: a}}\n- {apiVersion: v1, kind: ConfigMap, metadata: {name: a}}\n");
        Place.Write("app/patch.yaml", Deployment());
        Place.Write("app/role.yaml", "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: r, namespace: a}\n---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: r, namespace: b}\n");
        Place.Write("app/replacement.yaml", "- source: {kind: Service, name: wob, fieldPath: metadata.name}\n  targets: [{select: {kind: Deployment}, fieldPaths: [spec.template.spec.containers.0.image]}]\n");
        Place.Write("app/in/kustomization.yaml", "resources: [../web.yaml]\n");
        Place.Write("base/kustomization.yaml", "resources: [web.yaml]\n");
        Place.Write("base/web.yaml", Deployment());
        Place.Write("prefixed/kustomization.yaml", "namePrefix: p-\nresources: [../base]\n");
        Place.Write("spaced/kustomization.yaml", "namespace: shop\nresources: [../base]\n");
        Place.Write("component/kustomization.yaml", $"kind: Component\napiVersion: kustomize.config.k8s.io/v1alpha1\npatches:\n- patch: '{{{Web}}}}}'\n");
        Place.Write("adding/kustomization.yaml", "kind: Component\napiVersion: kustomize.config.k8s.io/v1alpha1\nresources: [web.yaml]\n");
        Place.Write("adding/web.yaml", Deployment());
    }

    [Theory]
    [InlineData("resources: [web.yaml, service.yaml]", true)]
    [InlineData("resources: [web.yaml, ./web.yaml]", false)]
    [InlineData("resources: [web.yaml, patch.yaml]", false)]
    [InlineData("resources: [web.yaml, shop.yaml]", true)]
    [InlineData("resources: [web.yaml, default.yaml]", false)]
    [InlineData("resources: [web.yaml, beta.yaml]", true)]
    [InlineData("namespace: shop\nresources: [web.yaml, service.yaml]", true)]
    [InlineData("namespace: x\nresources: [namespace.yaml]\npatches: [{patch: '{apiVersion: v1, kind: Namespace, metadata: {name: a}}'}]", true)]
    [InlineData("resources: [../named, namespace.yaml]", true)]
    [InlineData("resources: [../named]\npatches: [{patch: '{apiVersion: v1, kind: Namespace, metadata: {name: named}}'}]", true)]
    [InlineData("resources: [config.yaml]\nconfigMapGenerator: [{name: c, literals: [a=b]}]", false)]
    [InlineData("resources: [config.yaml]\nconfigMapGenerator: [{name: c, behavior: merge, literals: [a=b]}]", true)]
    [InlineData("resources: [../making]\nconfigMapGenerator: [{name: g, literals: [a=b]}]", false)]
    [InlineData("resources: [../making]\nconfigMapGenerator: [{name: p-g, literals: [a=b]}]", true)]
    [InlineData("resources: [two.yaml]", false)]
    [InlineData("resources: [list.yaml]", false)]
    [InlineData("resources: [role.yaml]", false)]
    [InlineData("resources: [../base, web.yaml]", false)]
    [InlineData("resources: [../base, ../prefixed]", true)]
    [InlineData("resources: [../base, ../spaced]", true)]
    [InlineData("resources: [../prefixed, ../prefixed]", false)]
    [InlineData("resources: [../spaced, shop.yaml]", false)]
    [InlineData("resources: [../spaced, ../prefixed, web.yaml]", true)]
    [InlineData("resources: [./in]", true)]
    [InlineData("resources: [.]", false)]
    [InlineData("resources: [web.yaml]\ncomponents: [../component]", true)]
    [InlineData("resources: [service.yaml]\ncomponents: [../component]", false)]
    [InlineData("resources: [service.yaml]\ncomponents: [../adding, ../component]", true)]
    [InlineData("resources: [web.yaml]\ncomponents: [../adding]", false)]
    [InlineData("resources: [../prefixed]\ncomponents: [../component]", true)]
    [InlineData($"resources: [web.yaml]\npatches: [{{patch: '{{{Wob}}}'}}]", false)]
    [InlineData($"resources: [web.yaml]\npatches: [{{patch: '{{{Wob}, $patch: delete}}'}}]", false)]
    [InlineData($"resources: [web.yaml]\npatchesStrategicMerge: ['{{{Wob}}}']", false)]
    [InlineData($"resources: [web.yaml]\npatches: [{{target: {{kind: Deployment}}, patch: '{{{Wob}}}'}}]", true)]
    [InlineData($"resources: [web.yaml]\npatches: [{{target: {{}}, patch: '{{{Wob}}}'}}]", true)]
    [InlineData($"resources: [web.yaml]\npatches: [{{target: {{kind: StatefulSet}}, patch: '{{{Wob}}}'}}]", true)]
    [InlineData($"resources: [web.yaml]\npatches: [{{patch: '{{{Web}}}}}'}}]", true)]
    [InlineData($"resources: [web.yaml]\npatches: [{{patch: '{{{Web}, namespace: shop}}}}'}}]", false)]
    [InlineData($"resources: [web.yaml]\npatches: [{{patch: '{{{Web}, namespace: default}}}}'}}]", true)]
    [InlineData($"resources: [shop.yaml]\npatches: [{{patch: '{{{Web}}}}}'}}]", false)]
    [InlineData($"resources: [../spaced]\npatches: [{{patch: '{{{Web}}}}}'}}]", true)]
    [InlineData($"resources: [../spaced]\npatches: [{{patch: '{{{Web}, namespace: shop}}}}'}}]", true)]
    [InlineData($"resources: [beta.yaml]\npatches: [{{patch: '{{{Web}}}}}'}}]", false)]
    [InlineData($"namePrefix: p-\nresources: [web.yaml]\npatches: [{{patch: '{{{Web}}}}}'}}]", true)]
    [InlineData("resources: [../prefixed]\npatches: [{patch: '{apiVersion: apps/v1, kind: Deployment, metadata: {name: p-web}}'}]", true)]
    [InlineData("resources: [web.yaml]\npatches: [{path: patch.yaml}, {path: patch.yaml}]", true)]
    [InlineData("resources: [web.yaml]\npatches:\n- patch: |-\n    " + Replace, false)]
    [InlineData("resources: [web.yaml]\npatches:\n- target: {kind: Deployment}\n  patch: |-\n    " + Replace, true)]
    [InlineData("resources: [web.yaml]\npatches:\n- target: {kind: Deploymnt}\n  patch: |-\n    " + Replace, true)]
    [InlineData("configMapGenerator: [{name: c, literals: [a=b]}]\npatches: [{patch: '{apiVersion: v1, kind: ConfigMap, metadata: {name: c}}'}]", true)]
    [InlineData($"resources: [web.yaml]\npatches: [{{patch: '{{{Web}}}, $patch: delete}}'}}, {{patch: '{{{Web}}}}}'}}]", false)]
    [InlineData("resources: [web.yaml]\nreplacements: [{source: {kind: Service, name: web, fieldPath: metadata.name}, targets: [{select: {kind: Deployment}, fieldPaths: [metadata.name]}]}]", false)]
    [InlineData("resources: [web.yaml, service.yaml]\nreplacements: [{source: {kind: Service, name: web, fieldPath: metadata.name}, targets: [{select: {kind: Deployment}, fieldPaths: [metadata.name]}]}]", true)]
    [InlineData("resources: [web.yaml, service.yaml]\nreplacements: [{source: {kind: Service, name: w.b, fieldPath: metadata.name}, targets: [{select: {kind: Deployment}, fieldPaths: [metadata.name]}]}]", false)]
    [InlineData("namePrefix: p-\nresources: [web.yaml, service.yaml]\nreplacements: [{source: {kind: Service, name: p-web, fieldPath: metadata.name}, targets: [{select: {kind: Job}, fieldPaths: [metadata.name]}]}]", true)]
    [InlineData("resources: [web.yaml, service.yaml]\nreplacements: [{path: replacement.yaml}]", false)]
    [InlineData("resources: [web.yaml]\nimages: [{name: nothing, newTag: '1'}]", true)]
    public async Task Fails_where_kustomize_fails(string kustomization, bool builds)
    {
        Place.Write("app/kustomization.yaml", kustomization + "\n");
        (await KustomizeAsync()).ShouldBe(builds, "kustomize");
        var errors = (await CheckAsync()).Where(finding => finding.Severity == Severity.Error).ToList();
        (errors.Count == 0).ShouldBe(builds, string.Join('\n', errors));
    }

    private async Task<bool> KustomizeAsync()
    {
        var command = new ProcessCommand(RequiredPart.Find("kubectl"), ["kustomize", "--load-restrictor", "LoadRestrictionsNone", System.IO.Path.Combine(Place.Folder, "app")])
        {
            WorkingDirectory = Place.Folder,
            Environment = Place.Context().Environment,
        };
        return (await SystemProcessRunner.RunAsync(command, TestContext.Current.CancellationToken)).Succeeded;
    }
}

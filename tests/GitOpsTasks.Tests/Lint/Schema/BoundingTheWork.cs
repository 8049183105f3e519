using System.Text;
using GitOpsTasks.Lint.Manifests;
using GitOpsTasks.Lint.Schema;
using GitOpsTasks.Lint.Schema.Data;

namespace GitOpsTasks.Tests.Lint.Schema;

public sealed class BoundingTheWork : SchemaChecked
{
    [Fact]
    public async Task Aliases_of_aliases_are_walked_once()
    {
        var text = new StringBuilder("apiVersion: example.org/v1\nkind: Tree\nspec:\n  a0: &a0 {x: 1}\n");
        for (var i = 1; i < 60; i++)
            text.Append($"  a{i}: &a{i} [*a{i - 1}, *a{i - 1}, *a{i - 1}, *a{i - 1}]\n");
        var definition = "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: trees.example.org}\nspec: {group: example.org, scope: Cluster, "
            + "names: {kind: Tree, plural: trees}, versions: [{name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object, properties: "
            + "{spec: {type: object, additionalProperties: &n {items: &m {items: {items: {items: {type: string}}}}}}}}}}]}\n";
        (await FindInAsync(new SchemaOptions(), Context, ("crd.yaml", definition), ("a.yaml", text.ToString()))).Count.ShouldBeLessThan(300);
    }

    [Fact]
    public async Task Mappings_that_take_in_each_other_are_walked_once()
    {
        var bomb = string.Concat(Enumerable.Range(1, 12).Select(level => $"  x{level}: &a{level}\n    <<: [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 12))}]\n"));
        var text = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  x0: &a0 {a: 1}\n" + bomb + "  <<: *a12\n";
        (await FindAsync(text)).Count.ShouldBeLessThan(300);
    }

    [Fact]
    public void Every_bundled_schema_can_be_decoded()
    {
        var bundled = BundledSchemas.Instance;
        bundled.Kinds.Count.ShouldBeGreaterThan(400);
        var seen = new HashSet<SchemaNode>(ReferenceEqualityComparer.Instance);
        foreach (var kind in bundled.Kinds)
        {
            var schema = bundled.Find(kind)!;
            Visit(schema.Root, schema.Graph, seen);
        }

        seen.Count.ShouldBeGreaterThan(3000);
        seen.ShouldAllBe(node => node.Pattern == null || node.Pattern.IsReadable);
        bundled.ObjectMeta.Properties.Keys.ShouldContain("annotations");
    }

    [Theory]
    [InlineData("apps/v1", "Deployment")]
    [InlineData("argoproj.io/v1alpha1", "Application")]
    [InlineData("argoproj.io/v1alpha1", "Rollout")]
    [InlineData("source.toolkit.fluxcd.io/v1", "OCIRepository")]
    [InlineData("bitnami.com/v1alpha1", "SealedSecret")]
    [InlineData("external-secrets.io/v1", "ExternalSecret")]
    [InlineData("monitoring.coreos.com/v1", "ServiceMonitor")]
    [InlineData("gateway.networking.k8s.io/v1", "HTTPRoute")]
    [InlineData("cert-manager.io/v1", "Certificate")]
    public void Every_package_is_there(string apiVersion, string kind) =>
        BundledSchemas.Instance.Find(new KindName(apiVersion, kind)).ShouldNotBeNull();

    private static void Visit(SchemaNode node, SchemaGraph graph, HashSet<SchemaNode> seen)
    {
        if (!seen.Add(node))
            return;
        foreach (var child in node.Properties.Values.Concat(new[] { node.Items, node.Additional }.OfType<int>()))
            Visit(graph[child], graph, seen);
    }
}

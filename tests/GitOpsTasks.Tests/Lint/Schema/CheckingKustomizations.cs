using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using GitOpsTasks.Contracts;
using GitOpsTasks.Parts;

namespace GitOpsTasks.Tests.Lint.Schema;

/// <summary>Kustomizations are checked against kustomize's own fields; kustomize is the judge.</summary>
public sealed class CheckingKustomizations : SchemaChecked
{
    private const string Sample = """
        {
          "apiVersion": "kustomize.config.k8s.io/v1beta1", "kind": "Kustomization",
          "metadata": {"name": "a", "namespace": "b", "labels": {"a": "b"}, "annotations": {"a": "b"}},
          "openapi": {"path": "a.json"}, "namePrefix": "a-", "nameSuffix": "-b", "namespace": "web",
          "commonLabels": {"a": "b"}, "commonAnnotations": {"a": "b"},
          "labels": [{"pairs": {"a": "b"}, "includeSelectors": true, "includeTemplates": true,
                      "fields": [{"group": "g", "version": "v1", "kind": "K", "path": "a/b", "create": true}]}],
          "patchesStrategicMerge": ["a.yaml"],
          "patchesJson6902": [{"path": "a.yaml", "patch": "", "target": {"group": "g", "version": "v1", "kind": "K", "name": "a", "namespace": "b"}}],
          "patches": [{"path": "a.yaml", "patch": "", "options": {"allowNameChange": true},
                       "target": {"kind": "K", "annotationSelector": "a=b", "labelSelector": "a=b"}}],
          "images": [{"name": "a", "newName": "b", "tagSuffix": "-c", "newTag": "1", "digest": "sha256:00"}],
          "replacements": [{"path": "a.yaml"},
                           {"source": {"group": "g", "version": "v1", "kind": "K", "name": "a", "namespace": "b", "fieldPath": "a.b",
                                       "options": {"delimiter": "-", "index": 1, "encoding": "base64", "create": true}},
                            "targets": [{"select": {"kind": "K"}, "reject": [{"name": "x"}], "fieldPaths": ["a.b"], "options": {"create": true}}]}],
          "replicas": [{"name": "a", "count": 3}],
          "vars": [{"name": "A", "objref": {"apiVersion": "v1", "kind": "K", "name": "a"}, "fieldref": {"fieldpath": "a.b"}}],
          "sortOptions": {"order": "legacy", "legacySortOptions": {"orderFirst": ["A"], "orderLast": ["B"]}},
          "resources": ["a.yaml"], "components": ["../b"], "crds": ["a.json"],
          "configMapGenerator": [{"name": "a", "namespace": "b", "behavior": "merge", "literals": ["a=b"], "files": ["a"], "envs": ["b"],
                                  "options": {"labels": {"a": "b"}, "annotations": {"a": "b"}, "disableNameSuffixHash": true, "immutable": true}}],
          "secretGenerator": [{"name": "a", "type": "Opaque", "literals": ["a=b"], "env": "a.env"}],
          "helmGlobals": {"chartHome": "charts", "configHome": "home"},
          "helmCharts": [{"name": "a", "version": "1", "repo": "r", "releaseName": "a", "namespace": "b", "valuesFile": "v.yaml",
                          "additionalValuesFiles": ["w.yaml"], "valuesInline": {"a": 1}, "valuesMerge": "merge", "includeCRDs": true,
                          "skipHooks": true, "skipTests": true, "apiVersions": ["v1"], "kubeVersion": "1.30", "nameTemplate": "n", "debug": true}],
          "generatorOptions": {"labels": {"a": "b"}, "annotations": {"a": "b"}, "disableNameSuffixHash": true, "immutable": true},
          "configurations": ["a.yaml"], "generators": ["a.yaml"], "transformers": ["a.yaml"], "validators": ["a.yaml"],
          "buildMetadata": ["originAnnotations"]
        }
        """;

    [Fact]
    public async Task Finds_nothing_where_every_field_is_used_as_kustomize_knows_it() =>
        (await FindInAsync(new(), Context, ("kustomization.yaml", Sample))).ShouldBeEmpty();

    [Fact]
    public async Task Takes_names_of_fields_in_any_case_as_kustomize_does() =>
        (await FindInAsync(new(), Context, ("kustomization.yaml", "Resources: [a.yaml]\nnameprefix: a-\n"))).ShouldBeEmpty();

    [Fact]
    public async Task Says_which_field_was_meant()
    {
        var finding = (await FindInAsync(new(), Context, ("kustomization.yaml", "resource:\n  - a.yaml\n"))).ShouldHaveSingleItem();
        finding.Advice.ShouldBe("Did you mean 'resources'?");
        finding.Place!.ToString().ShouldBe("kustomization.yaml:1:1");
    }

    [Fact]
    public async Task Agrees_with_kustomize_on_every_field_misspelt_or_of_another_type()
    {
        var kubectl = RequiredPart.Find("kubectl");
        var mutations = KustomizationMutations.Of(JsonNode.Parse(Sample)!).ToList();
        mutations.Count.ShouldBeGreaterThan(200);
        var disagreements = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(mutations, TestContext.Current.CancellationToken, async (mutation, _) =>
        {
            var theirs = await RefusesAsync(kubectl, mutation.Text);
            var ours = (await FindInAsync(new(), Context, ("kustomization.yaml", mutation.Text))).Any(finding => finding.Severity == Severity.Error);
            if (ours != theirs)
                disagreements.Add($"{mutation.What}: kustomize {(theirs ? "refuses" : "takes")} it");
        });
        disagreements.ShouldBeEmpty();
    }

    // Other failures come later, of files that are not there: the kustomization itself was read.
    private static async Task<bool> RefusesAsync(string kubectl, string kustomization)
    {
        var folder = Directory.CreateTempSubdirectory("gitops-test-");
        try
        {
            await File.WriteAllTextAsync(Path.Join(folder.FullName, "kustomization.yaml"), kustomization, new UTF8Encoding(false));
            using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(kubectl, ["kustomize", folder.FullName])
            {
                RedirectStandardError = true,
                RedirectStandardOutput = true,
                UseShellExecute = false,
            })!;
            var error = process.StandardError.ReadToEndAsync();
            await process.StandardOutput.ReadToEndAsync();
            return (await error).Contains("invalid Kustomization", StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}

using GitOpsTasks.Contracts;
using GitOpsTasks.Edits.Kustomize;
using GitOpsTasks.Lint.Manifests;
using GitOpsTasks.Lint.Schema.Checking;
using GitOpsTasks.Lint.Schema.Sources;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Schema;

/// <summary>
/// Checks the fields of kustomizations, which no cluster knows: kustomize refuses those that its types.Kustomization does
/// not have, and stops at the first.
/// </summary>
internal static class KustomizationSchema
{
    private const string ResourceName = "schemas/kustomization.json";
    private static readonly Lazy<KindSchema> Fields = new(Load);

    /// <summary>What is wrong with the kustomizations of a file.</summary>
    public static IEnumerable<Diagnostic> Check(LintFile file)
    {
        foreach (var document in file.Yaml.Documents.Where(KustomizationFile.Is))
        {
            var kustomization = document.Resolved;
            var kind = new KindName(kustomization.Text("apiVersion") ?? "kustomize.config.k8s.io/v1beta1", kustomization.Text("kind") ?? "Kustomization");
            var problems = new List<SchemaProblem>();
            new SchemaWalk(new Manifest(kustomization, kind), problems).Check(kustomization, Fields.Value.Graph, Fields.Value.Root);
            foreach (var problem in problems)
                yield return problem.ToDiagnostic();
        }
    }

    private static KindSchema Load()
    {
        using var stream = typeof(KustomizationSchema).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidOperationException($"The resource {ResourceName} is missing.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return WrittenSchemas.Read(YamlFile.Parse(bytes, ResourceName).Documents[0], SchemaDialect.GoStruct, "kustomize 5");
    }
}

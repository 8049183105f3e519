using GitOpsTasks.Contracts;
using GitOpsTasks.Lint.Manifests;
using GitOpsTasks.Lint.Schema.Checking;
using GitOpsTasks.Lint.Schema.Data;
using GitOpsTasks.Reporting;

namespace GitOpsTasks.Lint.Schema;

/// <summary>Tells of kinds without a schema: a mistyped kind of Kubernetes is an error, any other is skipped and counted.</summary>
internal sealed class UnknownKinds(IReadOnlyDictionary<KindName, KindSchema> schemas, SchemaOptions options)
{
    private const string OutsideKubernetes = "gateway.networking.k8s.io";

    public IEnumerable<Diagnostic> Report(IEnumerable<Manifest> manifests)
    {
        var all = manifests.ToList();
        var skipped = all.Where(manifest => !schemas.ContainsKey(manifest.Kind)).GroupBy(manifest => manifest.Kind).ToList();
        foreach (var group in skipped)
            yield return IsMistyped(group.Key) ? Mistyped(group.First()) : Skipped(group.First(), group.Count());
        if (skipped.Count > 0 && skipped.Sum(group => group.Count()) == all.Count)
        {
            yield return Diagnostic.Error(
                SchemaCodes.EverythingSkipped,
                $"No manifest was checked: there is no schema for {(skipped.Count == 1 ? skipped[0].Key.ToString() : $"any of {Count.Of(skipped.Count, "kind")}")}.",
                "Give --schema-location, or add their CustomResourceDefinitions to the repository.",
                NodePlace.HeadOf(skipped[0].First().Root));
        }
    }

    // The bundled schemas have every kind of a version that they have any of; other Kubernetes may have more.
    private bool IsMistyped(KindName name)
    {
        var group = name.Group;
        return options.Locations.Count == 0
            && options.TargetVersion <= Version.Parse(BundledSchemas.Instance.KubernetesVersion)
            && (group.Length == 0 || !group.Contains('.', StringComparison.Ordinal) || (group.EndsWith(".k8s.io", StringComparison.Ordinal) && group != OutsideKubernetes))
            && BundledSchemas.Instance.Kinds.Any(kind => kind.ApiVersion == name.ApiVersion);
    }

    private static Diagnostic Mistyped(Manifest manifest)
    {
        var name = manifest.Kind;
        var kinds = BundledSchemas.Instance.Kinds;
        var elsewhere = kinds.Where(kind => kind.Kind == name.Kind).Select(kind => kind.ApiVersion).Order(StringComparer.Ordinal).FirstOrDefault();
        var near = EditDistance.Nearest(name.Kind, kinds.Where(kind => kind.ApiVersion == name.ApiVersion).Select(kind => kind.Kind));
        var advice = elsewhere is not null ? $"{name.Kind} is in {elsewhere}." : near is not null ? $"Did you mean '{near}'?" : "Correct apiVersion or kind.";
        return new SchemaProblem(SchemaCodes.UnknownKind, manifest.Root["kind"]!.Value, $"{name.ApiVersion} has no kind {name.Kind}.", advice).ToDiagnostic();
    }

    private static Diagnostic Skipped(Manifest manifest, int count) => Diagnostic.Note(
        SchemaCodes.KindsSkipped,
        $"{Count.Of(count, "manifest")} of {manifest.Kind} {(count == 1 ? "was" : "were")} not checked: there is no schema for that kind.",
        "Give --schema-location, or add its CustomResourceDefinition to the repository.",
        NodePlace.HeadOf(manifest.Root["kind"]!.Value));
}

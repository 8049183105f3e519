using GitOpsTasks.Contracts;
using GitOpsTasks.Lint.Manifests;
using GitOpsTasks.Lint.Schema.Checking;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Schema.Removals;

/// <summary>
/// Finds versions of APIs that the target no longer serves, or that are deprecated. The version of Kubernetes is known; which
/// Flux or cert-manager the cluster runs is not, so that theirs are warnings.
/// </summary>
/// <param name="kubernetes">The target version of Kubernetes.</param>
internal sealed class ApiRemovals(Version kubernetes)
{
    private static readonly ILookup<string, ApiVersionEnd> Ends = KubernetesEnds.All.Concat(OperatorEnds.All).ToLookup(end => end.ApiVersion);

    /// <summary>What is to be said of a manifest's version; null for nothing.</summary>
    public SchemaProblem? Check(Manifest manifest)
    {
        var end = Ends[manifest.Kind.ApiVersion].FirstOrDefault(end => end.Covers(manifest.Kind));
        if (end is null)
            return null;
        var node = manifest.Root["apiVersion"] ?? manifest.Root;
        var isKubernetes = end.Product == "Kubernetes";
        if (Reached(end.Removed, isKubernetes))
            return Problem(SchemaCodes.RemovedApi, node, manifest, end, isKubernetes ? Severity.Error : Severity.Warning, $"is gone since {end.Product} {end.Removed}");
        var until = end.Removed.Length > 0 ? $" and gone with {end.Removed}" : "";
        return Reached(end.Deprecated, isKubernetes)
            ? Problem(SchemaCodes.DeprecatedApi, node, manifest, end, Severity.Warning, $"is deprecated since {end.Product} {end.Deprecated}{until}")
            : null;
    }

    private bool Reached(string version, bool isKubernetes) =>
        version.Length > 0 && (!isKubernetes || Version.Parse(version) <= kubernetes);

    private static SchemaProblem Problem(string code, YamlNode node, Manifest manifest, ApiVersionEnd end, Severity severity, string what) => new(
        code,
        node,
        $"{manifest.Kind.Kind} in {manifest.Kind.ApiVersion} {what}.",
        end.Replacement is null ? "Remove it: nothing takes its place." : $"Use {end.Replacement}, and mind the fields that changed.",
        severity);
}

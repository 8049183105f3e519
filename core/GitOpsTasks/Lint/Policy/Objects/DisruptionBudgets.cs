using GitOpsTasks.Contracts;
using GitOpsTasks.Lint.Manifests;

namespace GitOpsTasks.Lint.Policy.Objects;

/// <summary>Budgets that allow no disruption at all.</summary>
internal static class DisruptionBudgets
{
    /// <summary>Adds what is wrong.</summary>
    public static void Check(Manifest manifest, List<Diagnostic> findings)
    {
        if (manifest.Kind is not { Kind: "PodDisruptionBudget", Group: "policy" })
            return;
        if (manifest.Root.Field("spec", "maxUnavailable") is { IsScalar: true } most && most.Value is "0" or "0%")
            findings.Add(ObjectRules.DrainBlocked.At(most, "No pod may ever be unavailable, so no node that has one can be drained.", "Allow at least 1."));
        if (manifest.Root.Field("spec", "minAvailable") is { IsScalar: true } fewest && fewest.Value == "100%")
            findings.Add(ObjectRules.DrainBlocked.At(fewest, "All pods have to be available always, so no node that has one can be drained.", "Write 'maxUnavailable: 1' in its place."));
    }
}

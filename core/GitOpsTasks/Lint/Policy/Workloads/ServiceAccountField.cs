using GitOpsTasks.Contracts;

namespace GitOpsTasks.Lint.Policy.Workloads;

/// <summary>The old name of the field that names a pod's service account.</summary>
internal static class ServiceAccountField
{
    /// <summary>Adds what is wrong; both fields with one value are what a cluster writes.</summary>
    public static void Check(Workload workload, List<Diagnostic> findings)
    {
        if (workload.Pod.Field("serviceAccount") is { IsScalar: true } old && workload.Pod.Scalar("serviceAccountName") != old.Value)
            findings.Add(ObjectRules.DeprecatedServiceAccount.At(old, "The field 'serviceAccount' is deprecated.", "Write 'serviceAccountName'."));
    }
}

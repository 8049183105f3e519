using GitOpsTasks.Contracts;
using GitOpsTasks.Edits.Manifests;

namespace GitOpsTasks.Lint.Policy.Workloads;

/// <summary>Variables of containers.</summary>
internal static class Variables
{
    /// <summary>Adds what is wrong.</summary>
    public static void Check(Workload workload, List<Diagnostic> findings)
    {
        foreach (var container in workload.Containers)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var variable in container.Node.List("env").Where(item => !workload.Manifest.IsDirective(item)))
            {
                if (variable.Field("name") is not { IsScalar: true } name)
                    continue;
                if (!seen.Add(name.Value))
                {
                    findings.Add(WorkloadRules.DuplicateEnv.At(
                        name, $"{container.Title} sets '{name.Value}' twice; the last one counts, and server-side apply refuses both.", "Keep one of the two."));
                }

                if (variable.Field("value") is { IsScalar: true } value && SecretText.IsWrittenOut(name.Value, value.Value))
                {
                    findings.Add(WorkloadRules.LiteralSecret.At(
                        value, $"The value of '{name.Value}' is written out, for everybody who reads the repository.", "Change it, and refer to a Secret with 'valueFrom.secretKeyRef'."));
                }
            }
        }
    }
}

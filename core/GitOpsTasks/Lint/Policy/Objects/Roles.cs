using GitOpsTasks.Contracts;
using GitOpsTasks.Lint.Manifests;

namespace GitOpsTasks.Lint.Policy.Objects;

/// <summary>What roles allow, and who has them.</summary>
internal static class Roles
{
    private const string Group = "rbac.authorization.k8s.io";

    /// <summary>Adds what is wrong.</summary>
    public static void Check(Manifest manifest, List<Diagnostic> findings)
    {
        if (manifest.Kind.Group != Group)
            return;
        if (manifest.Kind.Kind is "Role" or "ClusterRole")
            CheckRules(manifest, findings);
        if (manifest.Kind.Kind == "ClusterRoleBinding" && manifest.Root.Field("roleRef", "name") is { IsScalar: true } name && name.Value == "cluster-admin")
        {
            findings.Add(ObjectRules.ClusterAdminBinding.At(
                name, "Whoever is bound to cluster-admin may do anything in the cluster.", "Bind a role with the rights that are needed, or a RoleBinding in the namespaces it is needed in."));
        }
    }

    private static void CheckRules(Manifest manifest, List<Diagnostic> findings)
    {
        foreach (var field in (string[])["verbs", "resources"])
        {
            foreach (var wildcard in manifest.Root.List("rules").SelectMany(rule => rule.List(field)).Where(item => item.IsScalar && item.Value == "*"))
            {
                findings.Add(ObjectRules.WildcardRole.At(
                    wildcard,
                    field == "verbs" ? "The role allows every verb, those to come included." : "The role concerns every resource of its groups, Secrets and those to come included.",
                    $"List the {field} that are needed."));
            }
        }
    }
}

namespace GitOpsTasks.Generate.Regeneration;

/// <summary>
/// By which fields items of lists are told apart: Kubernetes' merge keys where they are unique in practice, and those of
/// kustomize, Argo CD and Flux. <c>+</c> joins fields, <c>?</c> marks one that may be missing.
/// </summary>
internal static class ListKeys
{
    private static readonly string[] s_common = ["name", "key", "path", "id"];

    // Those by which Kubernetes merges a patch (x-kubernetes-patch-merge-key); it replaces all other lists.
    private static readonly Dictionary<string, string[]> s_ofPatches = new(StringComparer.Ordinal)
    {
        ["containers"] = ["name"],
        ["initContainers"] = ["name"],
        ["env"] = ["name"],
        ["imagePullSecrets"] = ["name"],
        ["volumes"] = ["name"],
        ["volumeMounts"] = ["mountPath"],
        ["topologySpreadConstraints"] = ["topologyKey+whenUnsatisfiable"],
        ["ports"] = ["containerPort+protocol?", "port+protocol?"],
    };

    private static readonly Dictionary<string, string[]> s_byField = new(StringComparer.Ordinal)
    {
        ["ports"] = ["name"],
        ["volumeDevices"] = ["devicePath"],
        ["envFrom"] = ["configMapRef.name?+secretRef.name?+prefix?"],
        ["volumeClaimTemplates"] = ["metadata.name"],
        ["tolerations"] = ["key?+operator?+value?+effect?"],
        ["hostAliases"] = ["ip"],
        ["rules"] = ["host?"],
        ["paths"] = ["path+pathType?"],
        ["tls"] = ["secretName"],
        ["metrics"] = ["type+resource.name?+containerResource.name?+pods.metric.name?+object.metric.name?+external.metric.name?"],
        ["endpoints"] = ["port?+targetPort?+path?"],
        ["sources"] = ["configMap.name?+secret.name?+serviceAccountToken.path?", "repoURL+path?+chart?"],
        ["patches"] = ["path", "target.kind+target.name?"],
        ["data"] = ["secretKey"],
        ["destinations"] = ["server?+name?+namespace?"],
        ["ignoreDifferences"] = ["group?+kind+name?+namespace?"],
        ["clusterResourceWhitelist"] = ["group+kind"],
        ["namespaceResourceWhitelist"] = ["group+kind"],
        ["syncWindows"] = ["kind+schedule"],
        ["healthChecks"] = ["kind+name+namespace?"],
    };

    private static readonly HashSet<string> s_sets = new(StringComparer.Ordinal)
    {
        "resources", "components", "crds", "configurations", "generators", "transformers", "finalizers", "policyTypes", "drop", "add", "accessModes", "hosts",
        "hostnames", "verbs", "apiGroups", "sourceRepos", "namespaces", "syncOptions", "envs", "files", "literals", "values", "supplementalGroups",
    };

    /// <summary>The keys to try for the mappings in a list, best first.</summary>
    public static IEnumerable<string> For(string field) => s_byField.GetValueOrDefault(field, []).Concat(ForPatch(field)).Concat(s_common);

    /// <summary>The keys by which Kubernetes merges a patch into a list; none where it replaces the list.</summary>
    public static IEnumerable<string> ForPatch(string field) => s_ofPatches.GetValueOrDefault(field, []);

    /// <summary>Whether items that are told apart by a key have an order all the same: init containers run one after the other.</summary>
    public static bool IsOrdered(string field) => field == "initContainers";

    /// <summary>Whether the order of texts in a list means nothing.</summary>
    public static bool IsSet(string field) => s_sets.Contains(field);
}

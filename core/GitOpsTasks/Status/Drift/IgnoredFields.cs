using GitOpsTasks.Trees;

namespace GitOpsTasks.Status.Drift;

/// <summary>Fields in which environments are meant to differ.</summary>
/// <param name="patterns">
/// Patterns of paths of fields as in a .gitignore, after those that always apply: <c>replicas</c> anywhere,
/// <c>/spec/resources</c> from the root of a document; <c>!host</c> takes back.
/// </param>
internal sealed class IgnoredFields(IReadOnlyList<string> patterns)
{
    /// <summary>What always applies: names of namespaces and hosts, and labels that say the environment.</summary>
    public static IReadOnlyList<string> BuiltIn { get; } =
    [
        "namespace", "namePrefix", "nameSuffix", "host", "hosts", "hostname", "hostnames", "external-dns.alpha.kubernetes.io~1hostname",
        "/metadata/labels/env", "/metadata/labels/environment", "/commonLabels/env", "/commonLabels/environment",
        "/labels/*/pairs/env", "/labels/*/pairs/environment",
    ];

    private readonly PathPatterns _patterns = new(BuiltIn.Concat(patterns));

    /// <summary>Whether a field, or one around it, may differ.</summary>
    /// <param name="field">Its path, as <c>/spec/replicas</c>.</param>
    public bool Match(string field) => field.Length > 1 && _patterns.Match(field[1..]);
}

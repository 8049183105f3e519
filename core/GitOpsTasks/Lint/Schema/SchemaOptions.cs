using GitOpsTasks.Contracts;
using GitOpsTasks.Lint.Schema.Data;
using GitOpsTasks.Lint.Schema.Sources;

namespace GitOpsTasks.Lint.Schema;

/// <summary>How manifests are checked against schemas.</summary>
public sealed record SchemaOptions
{
    /// <summary>The version of Kubernetes that manifests are for, such as <c>1.34</c>; the bundled schemas' where null.</summary>
    public string? KubernetesVersion { get; init; }

    /// <summary>Where schemas are, the first that has one counting; the bundled ones where empty.</summary>
    public IReadOnlyList<SchemaLocation> Locations { get; init; } = [];

    /// <summary>The target as a number.</summary>
    public Version TargetVersion => Version.Parse(KubernetesVersion?.TrimStart('v') ?? BundledSchemas.Instance.KubernetesVersion);

    /// <summary>The options of a request.</summary>
    /// <exception cref="TaskFailedException">GOT1002: the version is none; GOT2222: a location is malformed.</exception>
    public static SchemaOptions From(InputValues values)
    {
        var version = values.Get(SchemaInputs.KubernetesVersion);
        return new SchemaOptions
        {
            KubernetesVersion = version,
            Locations = [.. values.Get(SchemaInputs.SchemaLocation).Select(SchemaLocation.Parse)],
        };
    }
}

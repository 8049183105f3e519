using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Policy.Workloads;

/// <summary>A container of a pod.</summary>
/// <param name="Node">Its mapping.</param>
/// <param name="Role">What it is for.</param>
internal readonly record struct Container(YamlNode Node, ContainerRole Role)
{
    /// <summary>Where it is told of what is absent: its name.</summary>
    public YamlNode Head => Node.Field("name") ?? Node;

    /// <summary>How messages call it.</summary>
    public string Title => Node.Scalar("name") is { Length: > 0 } name ? $"Container '{name}'" : "A container";

    /// <summary>Its own security settings; null where it has none.</summary>
    public YamlNode? Security => Node.Field("securityContext");

    /// <summary>Its ports.</summary>
    public IEnumerable<YamlNode> Ports => Node.List("ports").Where(port => port.IsMapping);

    /// <summary>Whether it runs as long as its pod does: the main ones, and those that start before and stay.</summary>
    public bool RunsWithThePod => Role == ContainerRole.Main || (Role == ContainerRole.Init && Node.Scalar("restartPolicy") == "Always");
}

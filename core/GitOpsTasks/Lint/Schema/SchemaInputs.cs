using GitOpsTasks.Contracts;

namespace GitOpsTasks.Lint.Schema;

/// <summary>The inputs of the lint task that are about schemas.</summary>
public static class SchemaInputs
{
    /// <summary>The version of Kubernetes that manifests are for.</summary>
    public static TaskInput<string?> KubernetesVersion { get; } = new(
        "kubernetes-version",
        InputKind.Text,
        "The version of Kubernetes that manifests are for, such as 1.34: decides which API versions are gone. Default: that of the bundled schemas.",
        values => values.Count == 0 ? null : ParseVersion(values[^1]))
    {
        Placeholder = "VERSION",
    };

    /// <summary>Where schemas are.</summary>
    public static TaskInput<IReadOnlyList<string>> SchemaLocation { get; } = TaskInput.TextList(
        "schema-location",
        "TEMPLATE",
        "Where schemas are: a file or address with {{.Group}}, {{.ResourceKind}} and the like, as kubeconform takes them; 'default' for the bundled ones.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<TaskInput> All { get; } = [KubernetesVersion, SchemaLocation];

    private static string ParseVersion(string text) =>
        Version.TryParse(text.TrimStart('v'), out _) ? text : throw new FormatException("Write a version such as 1.34 or 1.34.2.");
}

using GitOpsTasks.Config;
using GitOpsTasks.Images;

namespace GitOpsTasks.Generate.Spec;

/// <summary>Kinds of values that several keys of a spec have.</summary>
internal static class SpecValues
{
    public static ConfigValue<string> Name { get; } = ConfigValues.Text.Then(KubernetesText.ObjectName);

    public static ConfigValue<string> Host { get; } = ConfigValues.Text.Then(KubernetesText.Host);

    public static ConfigValue<string> HttpPath { get; } = ConfigValues.Text.Then(KubernetesText.HttpPath);

    public static ConfigValue<string> ContainerPath { get; } = ConfigValues.Text.Then(KubernetesText.ContainerPath);

    public static ConfigValue<string> Duration { get; } = ConfigValues.Text.Then(KubernetesText.Duration);

    public static ConfigValue<string> Share { get; } = ConfigValues.Scalar.Then(KubernetesText.Share);

    public static ConfigValue<string> Storage { get; } = ConfigValues.Scalar.Then(Quantity.Memory);

    public static ConfigValue<string> PortName { get; } = ConfigValues.Text.Then(KubernetesText.PortName);

    public static ConfigValue<ImageReference> Image { get; } = ConfigValues.Text.Then(KubernetesText.Image);

    /// <summary>A whole number that passes a check.</summary>
    public static ConfigValue<int?> Number(Func<int, int> check) => ConfigValues.Number.Then(number => (int?)check(number));
}

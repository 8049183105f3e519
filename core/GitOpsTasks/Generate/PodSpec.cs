using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate;

/// <summary>The pod of an application, within the restricted Pod Security Standard.</summary>
internal static class PodSpec
{
    /// <summary>The folder for temporary files, writable where the rest is not.</summary>
    public const string TemporaryVolume = "tmp";

    /// <summary>The <c>spec</c> of the pod template.</summary>
    public static YamlMap Of(AppSpecFile app) => new()
    {
        { "automountServiceAccountToken", false },
        { "enableServiceLinks", false },
        {
            "securityContext", new YamlMap
            {
                { "runAsNonRoot", true },
                { "runAsUser", app.Spec.Security.User },
                { "runAsGroup", app.Spec.Security.User },
                { "seccompProfile", new YamlMap { { "type", "RuntimeDefault" } } },
            }
        },
        { "containers", new YamlList { ContainerSpec.Of(app) } },
        {
            "volumes", app.Spec.Security.ReadOnlyRoot
                ? new YamlList { new YamlMap { { "name", TemporaryVolume }, { "emptyDir", new YamlMap() } } }
                : null
        },
    };
}

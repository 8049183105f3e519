using GitOpsTasks.Contracts;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Policy.Workloads;

/// <summary>The users that containers run as. What a container does not say, its pod says for it.</summary>
internal static class Users
{
    private const string User = "runAsUser";
    private const string NonRoot = "runAsNonRoot";

    /// <summary>Adds what is wrong.</summary>
    public static void Check(Workload workload, List<Diagnostic> findings)
    {
        var ofPod = workload.Pod.Field("securityContext");
        foreach (var container in workload.Containers.Where(container => container.Role != ContainerRole.Ephemeral))
            Check(workload, container, ofPod, findings);
        if (workload.Containers.Count == 0 && ofPod is { } alone)
            CheckExplicit(alone.Field(User), alone.Field(NonRoot), "The pod", findings);
    }

    private static void Check(Workload workload, Container container, YamlNode? ofPod, List<Diagnostic> findings)
    {
        var user = container.Security?.Field(User) ?? ofPod?.Field(User);
        var nonRoot = container.Security?.Field(NonRoot) ?? ofPod?.Field(NonRoot);
        if (CheckExplicit(user, nonRoot, container.Title, findings) || workload.Manifest.IsPartial || IsWindows(workload.Pod))
            return;
        if (user is null && nonRoot is null)
        {
            findings.Add(NodeRules.MayRunAsRoot.At(
                container.Head,
                $"{container.Title} runs as root if its image says so, or says nothing.",
                "Set 'runAsNonRoot: true' in its securityContext or in the pod's."));
        }
    }

    // A user other than root is enough; runAsNonRoot: false beside it changes nothing.
    private static bool CheckExplicit(YamlNode? user, YamlNode? nonRoot, string title, List<Diagnostic> findings)
    {
        if (user is { } root && root.Integer() == 0)
        {
            findings.Add(NodeRules.RunsAsRoot.At(root, $"{title} runs as root.", "Set 'runAsUser' to a number over 0, and 'runAsNonRoot: true'."));
            return true;
        }

        if (user is null && nonRoot is { } free && free.Is(false))
        {
            findings.Add(NodeRules.RunsAsRoot.At(free, $"{title} is said to be free to run as root.", "Set 'runAsNonRoot: true'."));
            return true;
        }

        return false;
    }

    private static bool IsWindows(YamlNode pod) =>
        pod.Scalar("os", "name") == "windows" || pod.Scalar("nodeSelector", "kubernetes.io/os") == "windows";
}

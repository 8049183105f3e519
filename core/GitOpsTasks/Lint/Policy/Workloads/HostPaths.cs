using GitOpsTasks.Contracts;

namespace GitOpsTasks.Lint.Policy.Workloads;

/// <summary>Folders and sockets of the node that pods mount.</summary>
internal static class HostPaths
{
    // The list of kube-linter's check sensitive-host-mounts, and where kubelet, etcd and container runtimes keep keys and state.
    private static readonly HashSet<string> s_sensitive = new(StringComparer.Ordinal)
    {
        "/", "/boot", "/dev", "/etc", "/lib", "/proc", "/sys", "/usr", "/root", "/var", "/var/run", "/run", "/var/lib",
        "/etc/kubernetes", "/var/lib/kubelet", "/var/lib/etcd", "/var/lib/docker", "/var/lib/containerd", "/run/containerd",
    };

    private static readonly string[] s_sockets = ["docker.sock", "containerd.sock", "crio.sock", "cri-dockerd.sock", "podman.sock"];

    /// <summary>Adds what is wrong.</summary>
    public static void Check(Workload workload, List<Diagnostic> findings)
    {
        foreach (var volume in workload.Pod.List("volumes"))
        {
            if (volume.Field("hostPath", "path") is not { IsScalar: true } node || workload.Manifest.IsFilledInLater(node.Value))
                continue;
            var path = Normalise(node.Value);
            if (s_sockets.Contains(path[(path.LastIndexOf('/') + 1)..], StringComparer.Ordinal))
            {
                findings.Add(NodeRules.SensitiveHostPath.At(
                    node, $"The pod mounts '{path}': whoever can write to it starts any container on the node.", "Remove the volume; build images without the node's daemon."));
            }
            else if (s_sensitive.Contains(path))
            {
                findings.Add(NodeRules.SensitiveHostPath.At(
                    node, $"The pod mounts '{path}' of its node.", "Remove the volume, or mount the one folder below it that is needed, with 'readOnly: true'."));
            }
            else
            {
                findings.Add(NodeRules.HostPath.At(
                    node, $"The pod mounts '{path}' of its node, and so depends on it.", "Use a persistentVolumeClaim, an emptyDir or a configMap where one will do."));
            }
        }
    }

    private static string Normalise(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => part != "."))
        {
            if (part != "..")
                parts.Add(part);
            else if (parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
        }

        return "/" + string.Join('/', parts);
    }
}

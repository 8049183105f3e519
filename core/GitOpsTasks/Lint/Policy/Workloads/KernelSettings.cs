using GitOpsTasks.Contracts;

namespace GitOpsTasks.Lint.Policy.Workloads;

/// <summary>What pods ask of the kernel they share with others.</summary>
internal static class KernelSettings
{
    private const string Prefix = "CAP_";

    private static readonly HashSet<string> s_capabilities = new(StringComparer.OrdinalIgnoreCase)
    {
        "ALL", "SYS_ADMIN", "SYS_MODULE", "SYS_PTRACE", "SYS_RAWIO", "SYS_BOOT", "DAC_READ_SEARCH", "BPF", "NET_ADMIN", "NET_RAW",
    };

    // Those of the documentation's page on sysctls: of the pod's own namespaces, and without effect on others.
    private static readonly HashSet<string> s_safeSysctls = new(StringComparer.Ordinal)
    {
        "kernel.shm_rmid_forced", "net.ipv4.ip_local_port_range", "net.ipv4.tcp_syncookies", "net.ipv4.ping_group_range",
        "net.ipv4.ip_unprivileged_port_start", "net.ipv4.ip_local_reserved_ports", "net.ipv4.tcp_keepalive_time",
        "net.ipv4.tcp_fin_timeout", "net.ipv4.tcp_keepalive_intvl", "net.ipv4.tcp_keepalive_probes", "net.ipv4.tcp_rmem", "net.ipv4.tcp_wmem",
    };

    /// <summary>Adds what is wrong.</summary>
    public static void Check(Workload workload, List<Diagnostic> findings)
    {
        foreach (var sysctl in workload.Pod.List("securityContext", "sysctls"))
        {
            if (sysctl.Field("name") is not { IsScalar: true } name || s_safeSysctls.Contains(name.Value.Replace('/', '.')) || workload.Manifest.IsFilledInLater(name.Value))
                continue;
            findings.Add(WorkloadRules.UnsafeSysctl.At(
                name, $"kubelet refuses the sysctl '{name.Value}' unless its node allows it.", "Remove it, or set it on nodes of their own for such pods."));
        }

        foreach (var container in workload.Containers)
            Check(container, findings);
    }

    private static void Check(Container container, List<Diagnostic> findings)
    {
        if (container.Security is not { } security)
            return;
        foreach (var capability in security.List("capabilities", "add").Where(item => item.IsScalar))
        {
            var name = capability.Value.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? capability.Value[Prefix.Length..] : capability.Value;
            if (s_capabilities.Contains(name))
            {
                findings.Add(WorkloadRules.AddedCapability.At(
                    capability, $"{container.Title} is given the capability '{capability.Value}'.", "Remove it, or add the smallest capability that will do."));
            }
        }

        if (security.Field("procMount") is { IsScalar: true } proc && proc.Value == "Unmasked")
        {
            findings.Add(WorkloadRules.UnmaskedProc.At(
                proc, $"{container.Title} sees the parts of /proc that the runtime hides from others.", "Remove 'procMount'."));
        }
    }
}

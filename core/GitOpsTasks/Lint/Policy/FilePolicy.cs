using GitOpsTasks.Contracts;
using GitOpsTasks.Lint.Manifests;
using GitOpsTasks.Lint.Policy.Objects;
using GitOpsTasks.Lint.Policy.Workloads;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Policy;

/// <summary>Checks files one by one, with what the repository says about them.</summary>
/// <param name="files">All files with their manifests.</param>
/// <param name="overlays">The kustomizations among them.</param>
/// <param name="rendered">Manifests that are judged by what they are rendered to, where that is about what is absent.</param>
internal sealed class FilePolicy(IReadOnlyList<FileManifests> files, Overlays overlays, IReadOnlySet<YamlNode> rendered)
{
    private readonly Autoscalers _autoscalers = new(files, overlays);

    /// <summary>What is wrong in a file; what is wrong elsewhere because of it included.</summary>
    public List<Diagnostic> Check(FileManifests file)
    {
        var findings = new List<Diagnostic>();
        foreach (var manifest in file.All)
        {
            CheckObject(manifest, file, findings);
            if (Workload.Of(rendered.Contains(manifest.Root) ? manifest with { IsPartial = true } : manifest) is { } workload)
                CheckWorkload(workload, findings);
        }

        if (overlays.Kustomizations.TryGetValue(file.File.Path, out var kustomization))
        {
            Secrets.CheckGenerators(kustomization, findings);
            Namespaces.CheckKustomization(kustomization, findings);
        }

        _autoscalers.Check(file, findings);
        return findings;
    }

    private void CheckObject(Manifest manifest, FileManifests file, List<Diagnostic> findings)
    {
        Labels.Check(manifest, findings);
        Services.Check(manifest, findings);
        Secrets.Check(manifest, findings);
        Roles.Check(manifest, findings);
        DisruptionBudgets.Check(manifest, findings);
        Namespaces.Check(manifest, file.File.Path, overlays, findings);
    }

    private void CheckWorkload(Workload workload, List<Diagnostic> findings)
    {
        Privileges.Check(workload, findings);
        HostNamespaces.Check(workload, findings);
        Users.Check(workload, findings);
        HostPaths.Check(workload, findings);
        KernelSettings.Check(workload, findings);
        Filesystems.Check(workload, findings);
        Resources.Check(workload, findings);
        Probes.Check(workload, findings);
        Variables.Check(workload, findings);
        ContainerPorts.Check(workload, findings);
        ServiceAccountField.Check(workload, findings);
        ImageReferences.Check(workload, overlays, findings);
        Selectors.Check(workload, overlays, findings);
    }
}

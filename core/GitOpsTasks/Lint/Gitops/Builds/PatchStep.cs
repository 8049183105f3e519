using GitOpsTasks.Contracts;
using GitOpsTasks.Lint.Manifests;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Gitops.Builds;

/// <summary>
/// Applies the patches of a kustomization as far as it matters here: what they take away, and which images they set.
/// A patch with a target that selects nothing does nothing; one that names its resource fails the build.
/// </summary>
internal static class PatchStep
{
    /// <summary>Applies them.</summary>
    public static void Run(BuildInProgress build, LintedRepository repository)
    {
        foreach (var patch in KustomizationPatch.In(build.Owner, repository))
        {
            if (patch.Text is not { IsValid: true })
                build.IsOpen = true;
            else if (patch.Target is { } target)
                ApplyTo(target, patch, build);
            else
                ApplyByName(patch, build);
            build.IsOpen |= patch.MayRename;
            build.ChangesLabels |= patch.ChangesLabels;
        }
    }

    private static void ApplyTo(YamlNode target, KustomizationPatch patch, BuildInProgress build)
    {
        var selector = new ResourceSelector(target);
        var selected = build.Resources.Where(resource => selector.Matches(resource, !build.ChangesLabels)).ToHashSet<BuiltResource>(ReferenceEqualityComparer.Instance);
        var node = target["name"] ?? target["kind"] ?? target["labelSelector"] ?? target["annotationSelector"] ?? target;
        build.Findings.Expect(GitopsRules.UnusedPatch, node, selected.Count > 0 || build.IsOpen, () => NoTarget(node, target, build));
        Apply(selected, patch.Images(), patch.Merges.Any(KustomizationPatch.IsDelete), build);
    }

    private static void ApplyByName(KustomizationPatch patch, BuildInProgress build)
    {
        foreach (var root in patch.Text!.Documents.Select(root => root.Resolved))
        {
            if (root.IsSequence && !build.IsOpen)
                build.Findings.Add(patch.Entry, GitopsRules.PatchWithoutResource.At(patch.Entry, "A JSON patch has no target.", "Say with 'target' which resources it is for."));
            if (!root.IsMapping || root.Text("kind") is not { } kind || root.Text("apiVersion") is not { } version || root["metadata"]?.Text("name") is not { } name)
                continue;
            var id = new BuiltResource(new Manifest(root, new KindName(version, kind)), name, root["metadata"]!.Value.Text("namespace") ?? "");
            var selected = build.Resources.Where(resource => resource.Kind == id.Kind && resource.IsNamed(name)
                && (ClusterKinds.Contains(id.Kind) || resource.IsIn(id.Namespace))).ToHashSet<BuiltResource>(ReferenceEqualityComparer.Instance);
            if (selected.Count == 0 && !build.IsOpen)
                build.Findings.Add(id.NameNode, NoResource(id, build));
            Apply(selected, BuiltImage.Below(root), KustomizationPatch.IsDelete(root), build);
        }
    }

    private static void Apply(HashSet<BuiltResource> selected, IReadOnlyList<BuiltImage> images, bool isDelete, BuildInProgress build)
    {
        if (isDelete)
            build.Resources.RemoveAll(selected.Contains);
        if (isDelete || images.Count == 0)
            return;
        for (var i = 0; i < build.Resources.Count; i++)
        {
            var resource = build.Resources[i];
            if (selected.Contains(resource))
                build.Resources[i] = resource with { Images = [.. resource.Images.Where(image => !images.Any(other => other.Container is null || other.Container == image.Container)), .. images] };
        }
    }

    private static Diagnostic NoTarget(YamlNode node, YamlNode target, BuildInProgress build)
    {
        var kinds = build.Resources.Select(resource => resource.Kind.Kind).Distinct().ToList();
        var kind = target.Text("kind");
        var names = build.Resources.Where(resource => kind is null || resource.Kind.Kind == kind).Select(resource => resource.Name);
        var nearest = target.Text("name") is { } name ? EditDistance.Nearest(name, names)
            : kind is not null && !kinds.Contains(kind) ? EditDistance.Nearest(kind, kinds) : null;
        return GitopsRules.UnusedPatch.At(
            node,
            $"The patch is for nothing: no resource of '{build.Owner.File.Path}' is meant by its target.",
            nearest is null ? "Correct the target, or remove the patch." : $"Did you mean '{nearest}'?");
    }

    private static Diagnostic NoResource(BuiltResource id, BuildInProgress build)
    {
        var alike = build.Resources.Find(resource => resource.Kind.Kind == id.Kind.Kind && resource.IsNamed(id.Name));
        var nearest = EditDistance.Nearest(id.Name, build.Resources.Where(resource => resource.Kind == id.Kind).Select(resource => resource.Name));
        return GitopsRules.PatchWithoutResource.At(
            id.NameNode,
            $"'{build.Owner.File.Path}' builds no {id}" + (id.Namespace.Length == 0 ? "" : $" of namespace '{id.Namespace}'") + $" of {id.Kind.ApiVersion} that the patch could change.",
            alike is null ? (nearest is null ? "Correct the name, or add the resource." : $"Did you mean '{nearest}'?")
            : alike.Kind != id.Kind ? $"Write apiVersion {alike.Kind.ApiVersion}, as the resource has it."
            : alike.Namespace.Length == 0 ? "Leave the namespace out, as the resource has none when it is patched." : $"Write namespace '{alike.Namespace}', as the resource has it.");
    }
}

using GitOpsTasks.Contracts;
using GitOpsTasks.Edits.Kustomize;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Gitops.Builds;

/// <summary>Looks at the replacements of a kustomization: a source that is not there fails the build, a target that is not there is passed over.</summary>
internal static class ReplacementStep
{
    private static readonly string[] s_names = ["metadata.name", "metadata.namespace"];

    /// <summary>Looks at them.</summary>
    public static void Run(BuildInProgress build, LintedRepository repository)
    {
        foreach (var replacement in In(build.Owner, repository))
        {
            if (replacement["source"] is { IsMapping: true } source && !build.IsOpen && !build.Resources.Exists(resource => IsSource(source, resource)))
                build.Findings.Add(source, NoSource(source, build));
            foreach (var target in replacement["targets"]?.Items.Select(item => item.Resolved) ?? [])
                LookAt(target, build);
        }
    }

    private static IEnumerable<YamlNode> In(Kustomization owner, LintedRepository repository)
    {
        foreach (var entry in KustomizationFile.Items(owner.Root, "replacements").Where(entry => entry.IsMapping))
        {
            if (entry["path"] is not { IsScalar: true } path)
                yield return entry;
            else if (NamedPath.Of(owner.Folder, path).Path is { } file && repository.Find(file) is { } read)
            {
                foreach (var root in read.Yaml.Documents.Select(root => root.Resolved))
                {
                    foreach (var item in root.IsSequence ? root.Items.Select(item => item.Resolved) : [root])
                        yield return item;
                }
            }
        }
    }

    // Fields of a source are names, not expressions.
    private static bool IsSource(YamlNode source, BuiltResource resource) =>
        Is(source, "kind", resource.Kind.Kind) && Is(source, "group", resource.Kind.Group) && Is(source, "version", resource.Kind.Version)
        && (source.Text("name") is not { Length: > 0 } name || resource.IsNamed(name))
        && (source.Text("namespace") is not { Length: > 0 } space || resource.IsIn(space) || ClusterKinds.Contains(resource.Kind));

    private static bool Is(YamlNode source, string field, string value) => source.Text(field) is not { Length: > 0 } wanted || wanted == value;

    private static void LookAt(YamlNode target, BuildInProgress build)
    {
        if (target["select"] is not { IsMapping: true } select)
            return;
        var selector = new ResourceSelector(select);
        var selected = build.Resources.Where(resource => selector.Matches(resource, !build.ChangesLabels)).ToHashSet<BuiltResource>(ReferenceEqualityComparer.Instance);
        var node = select["name"] ?? select["kind"] ?? select;
        build.Findings.Expect(GitopsRules.UnusedReplacement, node, selected.Count > 0 || build.IsOpen, () => NoTarget(node, select, build));
        var fields = target["fieldPaths"]?.Items.Select(item => item.Resolved.Value).ToList() ?? [];
        build.IsOpen |= fields.Exists(s_names.Contains);
        if (!fields.Exists(field => field.Contains("ontainers", StringComparison.Ordinal)))
            return;
        for (var i = 0; i < build.Resources.Count; i++)
        {
            if (selected.Contains(build.Resources[i]))
                build.Resources[i] = build.Resources[i] with { Images = [.. build.Resources[i].Images.Select(image => image with { IsReplaced = true })] };
        }
    }

    private static Diagnostic NoSource(YamlNode source, BuildInProgress build)
    {
        var node = source["name"] ?? source["kind"] ?? source;
        return GitopsRules.ReplacementWithoutSource.At(
            node,
            $"'{build.Owner.File.Path}' has no {Shown(source)} to take a value from.",
            Advice(source, build, "Correct the source, or add the resource."));
    }

    private static Diagnostic NoTarget(YamlNode node, YamlNode select, BuildInProgress build) => GitopsRules.UnusedReplacement.At(
        node,
        $"'{build.Owner.File.Path}' has no {Shown(select)} to put the value into.",
        Advice(select, build, "Correct the target, or remove it."));

    private static string Shown(YamlNode selector) => (selector.Text("kind") ?? "resource") + (selector.Text("name") is { } name ? $" '{name}'" : "");

    private static string Advice(YamlNode selector, BuildInProgress build, string otherwise)
    {
        var kind = selector.Text("kind");
        var names = build.Resources.Where(resource => kind is null || resource.Kind.Kind == kind).Select(resource => resource.Name);
        return selector.Text("name") is { } name && EditDistance.Nearest(name, names) is { } nearest ? $"Did you mean '{nearest}'?" : otherwise;
    }
}

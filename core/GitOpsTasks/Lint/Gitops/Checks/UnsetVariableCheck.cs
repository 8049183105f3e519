using System.Text.RegularExpressions;
using GitOpsTasks.Contracts;
using GitOpsTasks.Lint.Gitops.Agents;
using GitOpsTasks.Lint.Gitops.Builds;
using GitOpsTasks.Lint.Manifests;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Gitops.Checks;

/// <summary>
/// Every <c>${VAR}</c> of what a Kustomization of Flux with postBuild applies is set, or has a default. Flux 2.9 fails on
/// others; before, they became nothing. Where a ConfigMap or Secret with variables is optional or not in the repository,
/// nothing is told; neither where patches may add variables.
/// </summary>
internal static partial class UnsetVariableCheck
{
    private const string Switch = "kustomize.toolkit.fluxcd.io/substitute";
    private const string Group = "kustomize.toolkit.fluxcd.io";

    /// <summary>The variables that are not set.</summary>
    public static IEnumerable<Diagnostic> Run(RepositoryGraph graph)
    {
        var substituting = graph.Flux.Kustomizations.Where(kustomization => kustomization.PostBuild is not null && graph.Here.Severity(kustomization) is not null).ToList();
        if (substituting.Count == 0 || ArePatched(graph))
            yield break;
        var holders = graph.Repository.Manifests.SelectMany(file => file.All).Where(manifest => manifest.Kind is { ApiVersion: "v1", Kind: "ConfigMap" or "Secret" })
            .ToLookup(manifest => (manifest.Kind.Kind, manifest.Name ?? ""));
        var scanned = new Dictionary<Manifest, IReadOnlyList<Use>>();
        var told = new HashSet<(YamlNode, int)>();
        foreach (var kustomization in substituting)
        {
            if (kustomization.Path is not { } path || VariablesOf(kustomization.PostBuild!.Value, holders) is not { } variables)
                continue;
            foreach (var manifest in Deployment.OfFlux(graph, path).Resources.Where(resource => !resource.IsGenerated).Select(resource => resource.Manifest))
            {
                if (!scanned.TryGetValue(manifest, out var uses))
                    scanned[manifest] = uses = IsOff(manifest) ? [] : [.. UsesIn(manifest)];
                foreach (var use in uses.Where(use => !variables.Contains(use.Name) && told.Add((use.Scalar, use.Index))))
                    yield return Tell(use, kustomization, variables);
            }
        }
    }

    private static HashSet<string>? VariablesOf(YamlNode postBuild, ILookup<(string, string), Manifest> holders)
    {
        var variables = new HashSet<string>(StringComparer.Ordinal);
        Add(postBuild["substitute"]);
        foreach (var from in postBuild["substituteFrom"]?.Items.Select(item => item.Resolved) ?? [])
        {
            var found = holders[(from.Text("kind") ?? "", from.Text("name") ?? "")].ToList();
            if (found.TrueForAll(manifest => manifest.IsPartial) || from.Text("optional") == "true")
                return null;
            foreach (var manifest in found)
            {
                Add(manifest.Root["data"]);
                Add(manifest.Root["stringData"]);
            }
        }

        return variables;
        void Add(YamlNode? mapping) => variables.UnionWith(mapping?.Pairs.Select(pair => pair.Key.Value) ?? []);
    }

    // A parent often adds postBuild to all its children by a patch; and a kustomization can switch it off for all it builds.
    private static bool ArePatched(RepositoryGraph graph) =>
        graph.Kustomizations.Any(kustomization => kustomization.File.Yaml.Content.Span.IndexOf("toolkit.fluxcd.io/substitute"u8) >= 0)
        || graph.Repository.Manifests.Any(file => file.All.Any(manifest => manifest.IsPartial && manifest.Kind is { Group: Group }))
        || graph.Flux.Kustomizations.Any(kustomization => kustomization.Spec?["patches"]?.Items.Any(patch => IsForFlux(patch.Resolved["target"])) == true)
        || graph.Kustomizations.Any(kustomization => KustomizationPatch.In(kustomization, graph.Repository).Any(patch => IsForFlux(patch.Target)));

    private static bool IsForFlux(YamlNode? target) =>
        target is { } node && (node.Text("kind") ?? node.Text("group")) is not null
        && new Pattern(node.Text("kind") ?? "").Matches("Kustomization") && new Pattern(node.Text("group") ?? "").Matches(Group);

    private static bool IsOff(Manifest manifest) =>
        manifest.Root["metadata"] is { } metadata && (metadata["labels"]?.Text(Switch) ?? metadata["annotations"]?.Text(Switch)) == "disabled";

    private static IEnumerable<Use> UsesIn(Manifest manifest)
    {
        var root = manifest.Root;
        if (root.File.Content.Span.IndexOf("${"u8) < 0 || root.File.Encoding != YamlEncoding.Utf8)
            yield break;
        for (var index = root.Index; index < root.NextIndex; index++)
        {
            var scalar = new YamlNode(root.File, index);
            if (!scalar.IsScalar || root.File.Content.Span[scalar.Span.Start..scalar.Span.End].IndexOf("${"u8) < 0)
                continue;
            var written = new WrittenText(scalar);
            foreach (Match match in Variable().Matches(written.Text))
                yield return new Use(scalar, match.Index, match.Groups["name"].Value, written.PlaceOf(match.Index, match.Length));
        }
    }

    private static Diagnostic Tell(Use use, FluxKustomization kustomization, IReadOnlyCollection<string> variables)
    {
        var nearest = EditDistance.Nearest(use.Name, variables);
        var place = kustomization.Placed.Manifest.Root.Place;
        return GitopsRules.UnsetVariable.At(
            use.Place,
            $"The variable '{use.Name}' is not set by the Kustomization '{kustomization.Name}' ({place.File}:{place.Line}), which applies this.",
            nearest is null ? $"Set it in postBuild.substitute, give it a default with ${{{use.Name}:=value}}, or write $${{{use.Name}}} for the text itself." : $"Did you mean '{nearest}'?");
    }

    [GeneratedRegex(@"(?<!\$)\$\{(?<name>[A-Za-z_][A-Za-z0-9_]*)\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Variable();

    private sealed record Use(YamlNode Scalar, int Index, string Name, SourcePlace Place);
}

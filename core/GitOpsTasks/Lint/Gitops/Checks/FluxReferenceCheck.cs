using GitOpsTasks.Contracts;
using GitOpsTasks.Lint.Gitops.Agents;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Gitops.Checks;

/// <summary>
/// What objects of Flux refer to is defined in the repository. The namespace is not compared, as overlays mostly give it.
/// The source that bootstrap makes need not be committed, and generators make sources of their own.
/// </summary>
internal static class FluxReferenceCheck
{
    private static readonly string[] s_sources = ["GitRepository", "OCIRepository", "HelmRepository", "Bucket", "HelmChart"];
    private static readonly string[] s_depending = ["Kustomization", "HelmRelease"];

    /// <summary>The references that lead nowhere.</summary>
    public static IEnumerable<Diagnostic> Run(RepositoryGraph graph)
    {
        var flux = graph.Flux;
        if (flux.MakesObjects)
            yield break;
        foreach (var placed in flux.All)
        {
            var (kind, spec) = (placed.Manifest.Kind.Kind, placed.Manifest.Root["spec"]);
            foreach (var reference in new[] { spec?["sourceRef"], spec?["chartRef"], spec?["chart"]?["spec"]?["sourceRef"] }.OfType<YamlNode>())
            {
                if (reference.Text("kind") is { } source && s_sources.Contains(source) && IsMissing(flux, source, reference.Text("name")))
                    yield return NoSource(reference, source, flux);
            }

            foreach (var dependency in s_depending.Contains(kind) ? spec?["dependsOn"]?.Items.Select(item => item.Resolved) ?? [] : [])
            {
                if (dependency.Text("kind") is null && IsMissing(flux, kind, dependency.Text("name")))
                    yield return NoDependency(dependency, kind, flux);
            }
        }
    }

    private static bool IsMissing(FluxObjects flux, string kind, string? name) =>
        name is { Length: > 0 } && name != FluxObjects.Bootstrap && !name.AsSpan().ContainsAny('$', '{', '<')
        && !flux.Find(kind, name).Any() && !flux.Names(kind).Any(other => other.AsSpan().ContainsAny('$', '{'));

    private static Diagnostic NoSource(YamlNode reference, string kind, FluxObjects flux)
    {
        var name = reference.Text("name")!;
        var other = s_sources.FirstOrDefault(source => flux.Find(source, name).Any());
        var nearest = EditDistance.Nearest(name, flux.Names(kind));
        return GitopsRules.SourceNotFound.At(
            reference["name"]!.Value,
            $"No {kind} '{name}' is defined in this repository.",
            other is not null ? $"There is {An(other)} of that name: is that the kind you mean?" : nearest is not null ? $"Did you mean '{nearest}'?" : $"Add the {kind}, or correct the name.");
    }

    private static Diagnostic NoDependency(YamlNode dependency, string kind, FluxObjects flux)
    {
        var name = dependency.Text("name")!;
        var other = Array.Find(s_depending, depending => depending != kind && flux.Find(depending, name).Any());
        var nearest = EditDistance.Nearest(name, flux.Names(kind));
        return GitopsRules.DependencyNotFound.At(
            dependency["name"]!.Value,
            $"No {kind} '{name}' is defined in this repository, so this one waits for ever.",
            other is not null ? $"'{name}' is {An(other)}, and {An(kind)} depends on others of its kind only." : nearest is not null ? $"Did you mean '{nearest}'?" : "Correct the name, or remove the dependency.");
    }

    private static string An(string kind) => ("AEIO".Contains(kind[0], StringComparison.Ordinal) ? "an " : "a ") + kind;
}

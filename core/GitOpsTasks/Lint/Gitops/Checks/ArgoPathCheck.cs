using GitOpsTasks.Contracts;
using GitOpsTasks.Lint.Gitops.Agents;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Gitops.Checks;

/// <summary>
/// The paths of Applications and of git generators are in this repository, where its address is theirs; values files too.
/// What is not read from the branch that this tree becomes, and what a generator fills in, is not judged.
/// </summary>
internal static class ArgoPathCheck
{
    /// <summary>The paths that are not there.</summary>
    public static async ValueTask<IEnumerable<Diagnostic>> RunAsync(RepositoryGraph graph, CancellationToken cancellationToken)
    {
        var findings = new List<Diagnostic>();
        foreach (var application in graph.Argo)
        {
            foreach (var source in application.Sources.Where(source => source.FollowsBranch && !source.IsTemplate))
            {
                if (graph.Here.Severity(source.Address) is not { } severity)
                    continue;
                if (source is { PathNode: { } node, Path: { } path } && await MissingPath.IsAsync(graph, path, severity, cancellationToken))
                    findings.Add(Tell(node, path, graph) with { Severity = severity });
                else
                    findings.AddRange(await ValuesAsync(graph, source, severity, cancellationToken));
            }

            foreach (var generator in application.GitGenerators.Where(generator => graph.Here.Is(generator.Text("repoURL") ?? "")))
                findings.AddRange(Generated(graph, generator));
        }

        return findings;
    }

    private static async ValueTask<IEnumerable<Diagnostic>> ValuesAsync(RepositoryGraph graph, ArgoSource source, Severity severity, CancellationToken cancellationToken)
    {
        var findings = new List<Diagnostic>();
        if (source.Path is not { } folder || source.Node["helm"] is not { } helm || helm.Text("ignoreMissingValueFiles") == "true")
            return findings;
        foreach (var node in helm["valueFiles"]?.Items.Select(item => item.Resolved).Where(item => item.IsScalar) ?? [])
        {
            var text = node.Value;
            if (text.AsSpan().ContainsAny('$', '{', '*') || text.Contains("://", StringComparison.Ordinal)
                || !(text.StartsWith('/') ? TreePath.TryParse(text.TrimStart('/'), out var path) : folder.TryCombine(text, out path)))
                continue;
            if (graph.Repository.Find(path) is not null || await MissingPath.IsFileAsync(graph, path, cancellationToken))
                continue;
            var nearest = EditDistance.Nearest(path.Name, graph.FilesIn(path.Parent).Select(file => file.Path.Name));
            findings.Add(GitopsRules.ArgoPathNotFound.At(
                node, $"The values file '{text}' does not exist.", nearest is null ? "Add it, or correct the path, which starts at the chart." : $"Did you mean '{nearest}'?") with { Severity = severity });
        }

        return findings;
    }

    // A generator that finds nothing makes no application, and takes away those it made.
    private static IEnumerable<Diagnostic> Generated(RepositoryGraph graph, YamlNode generator)
    {
        if (generator.Text("revision") is { } revision && revision is not ("" or "HEAD" or "main" or "master" or "trunk"))
            yield break;
        var isNew = generator["template"] is not null;
        foreach (var item in generator["directories"]?.Items.Select(item => item.Resolved) ?? [])
        {
            if (item["path"] is not { IsScalar: true } node || item.Text("exclude") == "true" || node.Value.AsSpan().ContainsAny('{', '[') || isNew)
                continue;
            if (!GlobPath.MatchesFolder(node.Value, graph))
                yield return Empty(node, "folder");
        }

        foreach (var node in generator["files"]?.Items.Select(item => item.Resolved["path"]).OfType<YamlNode>() ?? [])
        {
            if (YamlText(node.Value) && !GlobPath.MatchesFile(node.Value, graph))
                yield return Empty(node, "file");
        }
    }

    // Other files, such as config.json, are not among those that were read.
    private static bool YamlText(string path) =>
        (path.EndsWith(".yaml", StringComparison.Ordinal) || path.EndsWith(".yml", StringComparison.Ordinal)) && !path.AsSpan().ContainsAny('{', '[');

    private static Diagnostic Empty(YamlNode node, string what) => GitopsRules.ArgoPathNotFound.At(
        node,
        $"No {what} of this repository is meant by '{node.Value}', so nothing is generated.",
        "Correct the path; it starts at the root of the repository.") with { Severity = Severity.Warning };

    private static Diagnostic Tell(YamlNode node, TreePath path, RepositoryGraph graph)
    {
        var nearest = MissingPath.Nearest(graph, path);
        return GitopsRules.ArgoPathNotFound.At(
            node,
            $"The path '{node.Value}' does not exist in this repository.",
            nearest is null ? "Correct the path; it starts at the root of the repository." : $"Did you mean '{nearest}'?");
    }
}

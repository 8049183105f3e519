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
            foreach (var source in application.Sources)
            {
                if (source is { FollowsBranch: true, PathNode: { } node, Path: { } path } && graph.Here.Severity(source.Address) is { } severity
                    && await MissingPath.IsAsync(graph, path, severity, cancellationToken))
                    findings.Add(Tell(node, path, graph) with { Severity = severity });
                else
                    findings.AddRange(await ValuesAsync(graph, application, source, cancellationToken));
            }

            foreach (var generator in application.GitGenerators.Where(generator => graph.Here.Is(generator.Text("repoURL") ?? "")))
                findings.AddRange(Generated(graph, generator));
        }

        return findings;
    }

    // A chart may be another's, and its values of this repository: $name/path is in the source with that ref.
    private static async ValueTask<IEnumerable<Diagnostic>> ValuesAsync(RepositoryGraph graph, ArgoApplication application, ArgoSource source, CancellationToken cancellationToken)
    {
        var findings = new List<Diagnostic>();
        if (source.Node["helm"] is not { } helm || helm.Text("ignoreMissingValueFiles") == "true")
            return findings;
        foreach (var node in helm["valueFiles"]?.Items.Select(item => item.Resolved).Where(item => item.IsScalar) ?? [])
        {
            if (FileOf(node.Value, application, source) is not { } file || graph.Here.Severity(file.Source.Address) is not { } severity
                || (severity != Severity.Error && !graph.Here.HasFirstFolderOf(file.Path)) || !await MissingPath.IsFileMissingAsync(graph, file.Path, cancellationToken))
                continue;
            var nearest = EditDistance.Nearest(file.Path.Name, graph.FilesIn(file.Path.Parent).Select(other => other.Path.Name));
            findings.Add(GitopsRules.ArgoPathNotFound.At(
                node, $"The values file '{node.Value}' does not exist.", nearest is null ? "Add it, or correct the path." : $"Did you mean '{nearest}'?") with { Severity = severity });
        }

        return findings;
    }

    private static (ArgoSource Source, TreePath Path)? FileOf(string text, ArgoApplication application, ArgoSource source)
    {
        if (text.AsSpan().ContainsAny('{', '*') || text.Contains("://", StringComparison.Ordinal))
            return null;
        var path = TreePath.Root;
        if (text.StartsWith('$'))
        {
            var slash = text.IndexOf('/', StringComparison.Ordinal);
            var named = slash < 0 ? null : application.Sources.FirstOrDefault(other => other.Node.Text("ref") == text[1..slash]);
            return named is { FollowsBranch: true, IsTemplate: false } && TreePath.TryParse(text[(slash + 1)..], out path) ? (named, path) : null;
        }

        if (source is not { FollowsBranch: true, IsTemplate: false, Path: { } folder })
            return null;
        return (text.StartsWith('/') ? TreePath.TryParse(text.TrimStart('/'), out path) : folder.TryCombine(text, out path)) ? (source, path) : null;
    }

    // A generator that finds nothing makes no application, and takes away those it made.
    private static IEnumerable<Diagnostic> Generated(RepositoryGraph graph, YamlNode generator)
    {
        if (generator.Text("revision") is { } revision && revision is not ("" or "HEAD" or "main" or "master" or "trunk"))
            yield break;
        foreach (var item in generator["directories"]?.Items.Select(item => item.Resolved) ?? [])
        {
            if (item["path"] is not { IsScalar: true } node || item.Text("exclude") == "true" || node.Value.AsSpan().ContainsAny('{', '['))
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

using System.Text;
using System.Text.RegularExpressions;
using GitOpsTasks.Contracts;
using GitOpsTasks.Lint.Gitops.Agents;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Gitops.Checks;

/// <summary>
/// Of a folder of plain manifests Argo CD reads what it can: a file that is no manifest, or that holds the words that switch
/// a file off, is passed over, and with pruning on what it held is deleted. Folders below are read only where it is asked to.
/// </summary>
internal static partial class IgnoredByArgoCheck
{
    private static readonly string[] s_marks = ["apiVersion:", "kind:", "metadata:"];

    /// <summary>The files that are passed over.</summary>
    public static IEnumerable<Diagnostic> Run(RepositoryGraph graph)
    {
        var told = new HashSet<TreePath>();
        var covered = graph.Argo.SelectMany(application => application.Sources).Select(source => source.Path).OfType<TreePath>()
            .Concat(graph.Flux.Kustomizations.Select(kustomization => kustomization.Path).OfType<TreePath>()).ToHashSet();
        foreach (var (application, source) in graph.Argo.SelectMany(application => application.Sources.Select(source => (application, source))))
        {
            if (source.Path is not { } path || !graph.Here.Is(source.Address) || !graph.HasFolder(path) || !source.IsDirectory(graph)
                || source.Node["directory"] is { } directory && (directory["include"] ?? directory["exclude"]) is not null)
                continue;
            foreach (var file in FilesOf(graph, path, source.IsRecursive).Where(file => told.Add(file.Path)))
            {
                if ((Fault(file) ?? Mark(file)) is { } finding)
                    yield return finding;
            }

            var below = source.IsRecursive ? [] : graph.FoldersIn(path).Where(folder => HasManifests(graph, folder) && !covered.Any(other => other.IsIn(folder))).ToList();
            if (below.Count > 0 && !application.IsSet)
                yield return Below(source, below);
        }
    }

    private static IEnumerable<LintFile> FilesOf(RepositoryGraph graph, TreePath start, bool isRecursive)
    {
        var open = new Stack<TreePath>([start]);
        while (open.TryPop(out var folder))
        {
            foreach (var file in graph.FilesIn(folder))
                yield return file;
            foreach (var child in isRecursive ? graph.FoldersIn(folder) : [])
                open.Push(child);
        }
    }

    private static bool HasManifests(RepositoryGraph graph, TreePath folder) =>
        !graph.ByFolder.ContainsKey(folder) && !graph.FilesIn(folder).Any(file => file.Path.Name == "Chart.yaml")
        && graph.FilesIn(folder).Any(file => !graph.Named.Contains(file.Path) && graph.Builds.OfFile(file.Path).Resources.Count > 0);

    // With all three words in it the file is an error to Argo CD; without one of them it is no manifest.
    private static Diagnostic? Fault(LintFile file)
    {
        var text = file.Yaml.Content.Span;
        var roots = file.Yaml.Documents.Select(root => root.Resolved).Where(root => root is { IsNull: false }).ToList();
        if (roots.Exists(root => root.Text("kind") is not null && root.Text("apiVersion") is not null))
            return null;
        foreach (var mark in s_marks)
        {
            if (text.IndexOf(Encoding.UTF8.GetBytes(mark)) >= 0)
                continue;
            if (!file.Yaml.IsValid && file.Yaml.Diagnostics.FirstOrDefault(finding => finding.Severity == Severity.Error)?.Place is { } place)
                return GitopsRules.IgnoredByArgo.At(place, "Argo CD cannot read the file, and passes over it without an error.", "Mend it: with pruning on, what it held before is deleted.");
            return roots.Count == 0 ? null : GitopsRules.IgnoredByArgo.At(
                roots[0], "Argo CD passes over the file, as it is no manifest.", "Move it out of the folder that the application reads, or give it apiVersion, kind and metadata.");
        }

        return null;
    }

    // Alone in a comment, the words are meant.
    private static Diagnostic? Mark(LintFile file)
    {
        if (file.Yaml.Content.Span.IndexOf("+argocd:skip-file-rendering"u8) is not (var index and >= 0) || file.Yaml.Encoding != YamlEncoding.Utf8
            || Alone().IsMatch(Encoding.UTF8.GetString(file.Yaml.Content.Span)))
            return null;
        return GitopsRules.IgnoredByArgo.At(
            file.Yaml.PlaceOf(new ByteSpan(index, index + 27)),
            "Argo CD passes over the whole file for these words, wherever they stand.",
            "Take them out, or put them alone in a comment to show that they are meant.");
    }

    private static Diagnostic Below(ArgoSource source, List<TreePath> folders) => GitopsRules.IgnoredByArgo.At(
        source.PathNode!.Value,
        $"Argo CD reads the files of '{source.PathNode.Value.Value}' alone, not the manifests in '{folders[0]}'{(folders.Count > 1 ? $" and {folders.Count - 1} more" : "")}.",
        "Set directory.recurse to true, or give the folder an application of its own.");

    [GeneratedRegex(@"^[ \t]*#[ \t]*\+argocd:skip-file-rendering[ \t\r]*$", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Alone();
}

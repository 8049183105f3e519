using GitOpsTasks.Contracts;
using GitOpsTasks.Edits.Kustomize;
using GitOpsTasks.Lint.Gitops.Builds;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Gitops.Checks;

/// <summary>
/// What a kustomization names exists. Argo CD and Flux fail on the whole application where one file is missing; a renamed
/// file is the usual cause.
/// </summary>
internal sealed class ReferenceCheck(LintedRepository repository)
{
    private readonly Dictionary<TreePath, IReadOnlyList<TreeEntry>> _listed = [];

    /// <summary>What the kustomizations of a repository name that is not there.</summary>
    public static async ValueTask<IEnumerable<Diagnostic>> RunAsync(RepositoryGraph graph, CancellationToken cancellationToken)
    {
        var check = new ReferenceCheck(graph.Repository);
        var findings = new List<Diagnostic>();
        foreach (var reference in graph.References)
        {
            if (await check.LookAsync(reference, cancellationToken) is { } finding)
                findings.Add(finding);
        }

        return findings;
    }

    private async ValueTask<Diagnostic?> LookAsync(FileReference reference, CancellationToken cancellationToken)
    {
        var (node, text, mayBeFolder) = (reference.Node, reference.Text, reference.MayBeFolder);
        if (reference.Path is not { } path)
            return GitopsRules.ReferenceLeavesRepository.At(node, $"'{text}' is outside the repository.", "The agent sees the repository alone: move the file into it.");
        if (repository.Find(path) is not null || (mayBeFolder && KustomizationFile.Names.Any(name => repository.Find(path.Child(name)) is not null)))
            return null;
        var siblings = path.IsRoot ? [] : await ListAsync(path.Parent, cancellationToken);
        var entry = siblings.FirstOrDefault(sibling => sibling.Path == path);
        if (entry.Path == path && !path.IsRoot && !entry.IsFolder)
            return null;
        if (siblings.Count == 0 && await BlindSpot.HidesAsync(repository.Tree, path, cancellationToken))
            return null;
        var inFolder = await ListAsync(path, cancellationToken);
        if (inFolder.Count == 0 || !mayBeFolder)
            return NotFound(node, text, path, siblings);
        return inFolder.Any(child => KustomizationFile.Names.Contains(child.Path.Name)) ? null : NoKustomization(node, text);
    }

    private async ValueTask<IReadOnlyList<TreeEntry>> ListAsync(TreePath folder, CancellationToken cancellationToken)
    {
        if (!_listed.TryGetValue(folder, out var entries))
            _listed[folder] = entries = await repository.Tree.ListAsync(folder, cancellationToken);
        return entries;
    }

    private static Diagnostic NotFound(YamlNode node, string reference, TreePath path, IReadOnlyList<TreeEntry> siblings)
    {
        var nearest = EditDistance.Nearest(path.Name, siblings.Select(sibling => sibling.Path.Name));
        return GitopsRules.ReferenceNotFound.At(
            node,
            $"'{reference}' does not exist.",
            nearest is null ? "Add it, or take it out of the kustomization." : $"Did you mean '{nearest}'?");
    }

    private static Diagnostic NoKustomization(YamlNode node, string reference) => GitopsRules.ReferenceNoKustomization.At(
        node,
        $"The folder '{reference}' has no kustomization.",
        "Name the files in it, or add a kustomization.yaml to it.");
}

using GitOpsTasks.Contracts;
using GitOpsTasks.Edits.Kustomize;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Gitops;

/// <summary>
/// What a kustomization names exists. Argo CD and Flux fail on the whole application where one file is missing; a renamed
/// file is the usual cause.
/// </summary>
internal static class KustomizationReferenceCheck
{
    /// <summary>What the kustomizations of a file name that is not there.</summary>
    public static async ValueTask<IReadOnlyList<Diagnostic>> CheckAsync(LintFile file, IConfigTree tree, CancellationToken cancellationToken)
    {
        var findings = new List<Diagnostic>();
        foreach (var document in file.Yaml.Documents.Where(KustomizationFile.Is))
        {
            foreach (var node in KustomizationReferences.FilesOrFolders(document).Where(node => !RemoteReference.Is(node.Value)))
                findings.AddRange(await CheckAsync(file, node, node.Value, mayBeFolder: true, tree, cancellationToken));
            foreach (var (node, path) in KustomizationReferences.Files(document).Where(reference => !RemoteReference.Is(reference.Path)))
                findings.AddRange(await CheckAsync(file, node, path, mayBeFolder: false, tree, cancellationToken));
        }

        return [.. findings.OrderBy(finding => finding.Place!.Line).ThenBy(finding => finding.Place!.Column)];
    }

    private static async ValueTask<IEnumerable<Diagnostic>> CheckAsync(
        LintFile file, YamlNode node, string reference, bool mayBeFolder, IConfigTree tree, CancellationToken cancellationToken)
    {
        if (!file.Path.Parent.TryCombine(reference, out var path))
        {
            return [GitopsRules.ReferenceLeavesRepository.At(node, $"'{reference}' is outside the repository.", "The agent sees the repository alone: move the file into it.")];
        }

        var inFolder = await tree.ListAsync(path, cancellationToken);
        var siblings = path.IsRoot ? [] : await tree.ListAsync(path.Parent, cancellationToken);
        var entry = siblings.FirstOrDefault(sibling => sibling.Path == path);
        if (entry.Path == path && !path.IsRoot && !entry.IsFolder)
            return [];
        if (inFolder.Count == 0 || !mayBeFolder)
            return [NotFound(node, reference, path, siblings)];
        return inFolder.Any(child => KustomizationFile.Names.Contains(child.Path.Name)) ? [] : [NoKustomization(node, reference)];
    }

    private static Diagnostic NotFound(YamlNode node, string reference, TreePath path, IReadOnlyList<TreeEntry> siblings)
    {
        var nearest = Nearest(path.Name, siblings.Select(sibling => sibling.Path.Name));
        return GitopsRules.ReferenceNotFound.At(
            node,
            $"'{reference}' does not exist.",
            nearest is null ? "Add it, or take it out of the kustomization." : $"Did you mean '{nearest}'?");
    }

    private static Diagnostic NoKustomization(YamlNode node, string reference) => GitopsRules.ReferenceNoKustomization.At(
        node,
        $"The folder '{reference}' has no kustomization.",
        "Name the files in it, or add a kustomization.yaml to it.");

    private static string? Nearest(string name, IEnumerable<string> names) =>
        EditDistance.Nearest(name, names);
}

using GitOpsTasks.Contracts;

namespace GitOpsTasks.Lint.Gitops;

/// <summary>What the gitops layer looks for.</summary>
internal static class GitopsRules
{
    /// <summary>A kustomization names a file or folder that does not exist.</summary>
    public static LintRule ReferenceNotFound { get; } = Error(LintCodes.ReferenceNotFound, "missing-reference", "A kustomization names a file or folder that does not exist.");

    /// <summary>A kustomization names a folder that holds no kustomization.</summary>
    public static LintRule ReferenceNoKustomization { get; } =
        Error(LintCodes.ReferenceNoKustomization, "folder-without-kustomization", "A kustomization names a folder that holds no kustomization.");

    /// <summary>A kustomization names something outside the repository.</summary>
    public static LintRule ReferenceLeavesRepository { get; } =
        new(LintCodes.ReferenceLeavesRepository, "reference-outside-repository", LintLayer.Gitops, Severity.Warning, "A kustomization names something outside the repository.");

    /// <summary>In the order of their codes.</summary>
    public static IReadOnlyList<LintRule> All { get; } = [ReferenceNotFound, ReferenceNoKustomization, ReferenceLeavesRepository];

    private static LintRule Error(string code, string id, string summary) => new(code, id, LintLayer.Gitops, Severity.Error, summary);
}

using GitOpsTasks.Contracts;

namespace GitOpsTasks.Lint.Gitops;

/// <summary>What the gitops layer looks for. An error is what kustomize or an agent certainly fails on.</summary>
internal static class GitopsRules
{
    /// <summary>A kustomization names a file or folder that does not exist.</summary>
    public static LintRule ReferenceNotFound { get; } = Error(LintCodes.ReferenceNotFound, "missing-reference", "A kustomization names a file or folder that does not exist.");

    /// <summary>A kustomization names a folder that holds no kustomization.</summary>
    public static LintRule ReferenceNoKustomization { get; } =
        Error(LintCodes.ReferenceNoKustomization, "folder-without-kustomization", "A kustomization names a folder that holds no kustomization.");

    /// <summary>A kustomization names something outside the repository.</summary>
    public static LintRule ReferenceLeavesRepository { get; } =
        Warning(LintCodes.ReferenceLeavesRepository, "reference-outside-repository", "A kustomization names something outside the repository.");

    /// <inheritdoc cref="GitopsCodes.ListedTwice"/>
    public static LintRule ListedTwice { get; } = Error(GitopsCodes.ListedTwice, "listed-twice", "A kustomization names a file or folder twice.");

    /// <inheritdoc cref="GitopsCodes.CircularReference"/>
    public static LintRule CircularReference { get; } = Error(GitopsCodes.CircularReference, "circular-reference", "Kustomizations refer to each other in a circle.");

    /// <inheritdoc cref="GitopsCodes.UnreferencedFile"/>
    public static LintRule UnreferencedFile { get; } =
        Warning(GitopsCodes.UnreferencedFile, "unreferenced-file", "A manifest stands beside a kustomization that does not name it.");

    /// <inheritdoc cref="GitopsCodes.UnusedImageEntry"/>
    public static LintRule UnusedImageEntry { get; } = Warning(GitopsCodes.UnusedImageEntry, "unused-image-entry", "An entry of images: names no image of the build.");

    /// <inheritdoc cref="GitopsCodes.MixedTags"/>
    public static LintRule MixedTags { get; } =
        Warning(GitopsCodes.MixedTags, "mixed-tags", "An entry of images: gives one version to images that are written with several.");

    /// <inheritdoc cref="GitopsCodes.UnusedPatch"/>
    public static LintRule UnusedPatch { get; } = Warning(GitopsCodes.UnusedPatch, "unused-patch", "The target of a patch selects no resource.");

    /// <inheritdoc cref="GitopsCodes.PatchWithoutResource"/>
    public static LintRule PatchWithoutResource { get; } =
        Error(GitopsCodes.PatchWithoutResource, "patch-without-resource", "A patch names a resource that the build does not have.");

    /// <inheritdoc cref="GitopsCodes.ReplacementWithoutSource"/>
    public static LintRule ReplacementWithoutSource { get; } =
        Error(GitopsCodes.ReplacementWithoutSource, "replacement-without-source", "The source of a replacement is no resource of the build.");

    /// <inheritdoc cref="GitopsCodes.UnusedReplacement"/>
    public static LintRule UnusedReplacement { get; } = Warning(GitopsCodes.UnusedReplacement, "unused-replacement", "A target of a replacement selects no resource.");

    /// <inheritdoc cref="GitopsCodes.DuplicateResource"/>
    public static LintRule DuplicateResource { get; } = Error(GitopsCodes.DuplicateResource, "duplicate-resource", "One build has the same resource twice.");

    /// <inheritdoc cref="GitopsCodes.SharedResource"/>
    public static LintRule SharedResource { get; } = Warning(GitopsCodes.SharedResource, "shared-resource", "Two applications own the same resource of one cluster.");

    /// <inheritdoc cref="GitopsCodes.ArgoPathNotFound"/>
    public static LintRule ArgoPathNotFound { get; } =
        Error(GitopsCodes.ArgoPathNotFound, "argo-path-missing", "An application of Argo CD names a path that this repository does not have.");

    /// <inheritdoc cref="GitopsCodes.FluxPathNotFound"/>
    public static LintRule FluxPathNotFound { get; } =
        Error(GitopsCodes.FluxPathNotFound, "flux-path-missing", "A Kustomization of Flux names a path that this repository does not have.");

    /// <inheritdoc cref="GitopsCodes.SourceNotFound"/>
    public static LintRule SourceNotFound { get; } = Warning(GitopsCodes.SourceNotFound, "missing-source", "A reference of Flux names a source that is not defined here.");

    /// <inheritdoc cref="GitopsCodes.DependencyNotFound"/>
    public static LintRule DependencyNotFound { get; } =
        Warning(GitopsCodes.DependencyNotFound, "missing-dependency", "A dependsOn of Flux names an object that is not defined here.");

    /// <inheritdoc cref="GitopsCodes.CircularDependency"/>
    public static LintRule CircularDependency { get; } = Error(GitopsCodes.CircularDependency, "circular-dependency", "Objects of Flux wait for each other.");

    /// <inheritdoc cref="GitopsCodes.UnsetVariable"/>
    public static LintRule UnsetVariable { get; } = Error(GitopsCodes.UnsetVariable, "unset-variable", "A variable of Flux is used and not set.");

    /// <inheritdoc cref="GitopsCodes.IgnoredByArgo"/>
    public static LintRule IgnoredByArgo { get; } = Warning(GitopsCodes.IgnoredByArgo, "ignored-by-argo", "Argo CD passes over a file without a word.");

    /// <inheritdoc cref="GitopsCodes.SyncWaveOrder"/>
    public static LintRule SyncWaveOrder { get; } = Warning(GitopsCodes.SyncWaveOrder, "sync-wave-order", "A sync wave puts a resource before what it needs.");

    /// <inheritdoc cref="GitopsCodes.FloatingTag"/>
    public static LintRule FloatingTag { get; } = Warning(GitopsCodes.FloatingTag, "floating-tag", "An image runs by a tag that is moved.");

    /// <inheritdoc cref="GitopsCodes.FloatingRevision"/>
    public static LintRule FloatingRevision { get; } =
        Warning(GitopsCodes.FloatingRevision, "floating-revision", "A chart or a git revision is not one version.") with { IsOptIn = true };

    /// <inheritdoc cref="GitopsCodes.SkippedEnvironment"/>
    public static LintRule SkippedEnvironment { get; } =
        Warning(GitopsCodes.SkippedEnvironment, "skipped-environment", "A later environment runs an image that the one before it does not run.") with { IsOptIn = true };

    /// <inheritdoc cref="GitopsCodes.ImperativeDeploy"/>
    public static LintRule ImperativeDeploy { get; } =
        Warning(GitopsCodes.ImperativeDeploy, "imperative-deploy", "A workflow changes a cluster itself.") with { IsOptIn = true };

    /// <summary>In the order of their codes.</summary>
    public static IReadOnlyList<LintRule> All { get; } =
    [
        ReferenceNotFound, ReferenceNoKustomization, ReferenceLeavesRepository,
        ListedTwice, CircularReference, UnreferencedFile, UnusedImageEntry, MixedTags, UnusedPatch, PatchWithoutResource,
        ReplacementWithoutSource, UnusedReplacement, DuplicateResource, SharedResource, ArgoPathNotFound, FluxPathNotFound,
        SourceNotFound, DependencyNotFound, CircularDependency, UnsetVariable, IgnoredByArgo, SyncWaveOrder, FloatingTag,
        FloatingRevision, SkippedEnvironment, ImperativeDeploy,
    ];

    private static LintRule Error(string code, string id, string summary) => new(code, id, LintLayer.Gitops, Severity.Error, summary);

    private static LintRule Warning(string code, string id, string summary) => new(code, id, LintLayer.Gitops, Severity.Warning, summary);
}

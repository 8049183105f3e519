namespace GitOpsTasks.Lint.Gitops;

/// <summary>Codes of what the gitops layer finds, beside those of references in <see cref="LintCodes"/>.</summary>
public static class GitopsCodes
{
    /// <summary>A kustomization names a file or folder twice.</summary>
    public const string ListedTwice = "GOT2301";

    /// <summary>Kustomizations refer to each other in a circle.</summary>
    public const string CircularReference = "GOT2302";

    /// <summary>A manifest stands beside a kustomization that does not name it.</summary>
    public const string UnreferencedFile = "GOT2303";

    /// <summary>An entry of <c>images:</c> names no image of the build.</summary>
    public const string UnusedImageEntry = "GOT2304";

    /// <summary>An entry of <c>images:</c> gives one version to images that are written with several.</summary>
    public const string MixedTags = "GOT2305";

    /// <summary>The target of a patch selects no resource.</summary>
    public const string UnusedPatch = "GOT2306";

    /// <summary>A patch names a resource that the build does not have.</summary>
    public const string PatchWithoutResource = "GOT2307";

    /// <summary>The source of a replacement is no resource of the build.</summary>
    public const string ReplacementWithoutSource = "GOT2308";

    /// <summary>A target of a replacement selects no resource.</summary>
    public const string UnusedReplacement = "GOT2309";

    /// <summary>One build has the same resource twice.</summary>
    public const string DuplicateResource = "GOT2310";

    /// <summary>Two applications own the same resource of one cluster.</summary>
    public const string SharedResource = "GOT2311";

    /// <summary>An application of Argo CD names a path that this repository does not have.</summary>
    public const string ArgoPathNotFound = "GOT2312";

    /// <summary>A Kustomization of Flux names a path that this repository does not have.</summary>
    public const string FluxPathNotFound = "GOT2313";

    /// <summary>A <c>sourceRef</c> or <c>chartRef</c> of Flux names a source that is not defined here.</summary>
    public const string SourceNotFound = "GOT2314";

    /// <summary>A <c>dependsOn</c> of Flux names an object that is not defined here.</summary>
    public const string DependencyNotFound = "GOT2315";

    /// <summary>Objects of Flux wait for each other.</summary>
    public const string CircularDependency = "GOT2316";

    /// <summary>A variable of Flux is used and not set.</summary>
    public const string UnsetVariable = "GOT2317";

    /// <summary>Argo CD passes over a file without a word.</summary>
    public const string IgnoredByArgo = "GOT2318";

    /// <summary>A sync wave puts a resource before what it needs.</summary>
    public const string SyncWaveOrder = "GOT2319";

    /// <summary>An image runs by a tag that is moved.</summary>
    public const string FloatingTag = "GOT2320";

    /// <summary>A chart or a git revision is not one version.</summary>
    public const string FloatingRevision = "GOT2321";

    /// <summary>A later environment runs an image that the one before it does not run.</summary>
    public const string SkippedEnvironment = "GOT2322";

    /// <summary>A workflow changes a cluster itself.</summary>
    public const string ImperativeDeploy = "GOT2323";
}

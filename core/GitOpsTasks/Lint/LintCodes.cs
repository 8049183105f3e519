namespace GitOpsTasks.Lint;

/// <summary>Codes of findings of the lint task; GOT2001 to GOT2003 come from the YAML room.</summary>
public static class LintCodes
{
    /// <summary>A key stands twice in one mapping; readers disagree on which value counts.</summary>
    public const string DuplicateKey = "GOT2101";

    /// <summary>A kustomization names a file or folder that does not exist.</summary>
    public const string ReferenceNotFound = "GOT2110";

    /// <summary>A kustomization names a folder that holds no kustomization.</summary>
    public const string ReferenceNoKustomization = "GOT2111";

    /// <summary>A kustomization names something outside the repository.</summary>
    public const string ReferenceLeavesRepository = "GOT2112";
}

namespace GitOpsTasks.Lint;

/// <summary>Kinds of things that are looked for.</summary>
public enum LintLayer
{
    /// <summary>The text: syntax, and what yamllint looks for.</summary>
    Yaml,

    /// <summary>Manifests against the schemas of their kinds, and versions of APIs that are gone.</summary>
    Schema,

    /// <summary>What files of the repository say about each other.</summary>
    Gitops,

    /// <summary>What manifests should not do in a cluster that others share.</summary>
    Policy,
}

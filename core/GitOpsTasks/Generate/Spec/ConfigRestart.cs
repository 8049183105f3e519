namespace GitOpsTasks.Generate.Spec;

/// <summary>How pods are restarted when the data of their ConfigMap changes.</summary>
public enum ConfigRestart
{
    /// <summary>A checksum of the data stands in an annotation of the pods.</summary>
    Checksum,

    /// <summary>A hash of the data is part of the ConfigMap's name, as kustomize makes it.</summary>
    Suffix,

    /// <summary>They are not.</summary>
    Never,
}

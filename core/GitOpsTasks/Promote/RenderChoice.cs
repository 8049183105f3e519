namespace GitOpsTasks.Promote;

/// <summary>Whether the body of a pull request shows how rendered manifests change.</summary>
public enum RenderChoice
{
    /// <summary>Where kustomize, kubectl or helm is on PATH and nothing has to be fetched.</summary>
    Auto,

    /// <summary>Never.</summary>
    Off,
}

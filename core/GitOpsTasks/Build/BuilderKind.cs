namespace GitOpsTasks.Build;

/// <summary>What builds an image.</summary>
public enum BuilderKind
{
    /// <summary>The Docker Engine, from a Dockerfile.</summary>
    Docker,

    /// <summary>The engine itself, from folders, without a daemon.</summary>
    Layers,
}

namespace GitOpsTasks.Build;

/// <summary>What builds an image.</summary>
public enum BuilderKind
{
    /// <summary>The Docker Engine over its API, from a Dockerfile.</summary>
    Docker,

    /// <summary>The command <c>docker buildx build</c>, from a Dockerfile: for all that BuildKit alone does.</summary>
    Buildx,

    /// <summary>The engine itself, from folders and projects, without a daemon.</summary>
    Layers,
}

namespace GitOpsTasks.Config;

/// <summary>What builds an image.</summary>
public enum BuilderChoice
{
    /// <summary>Layers where the image has any, buildx where it needs what only that can do, else Docker.</summary>
    Auto,

    /// <summary>The Docker Engine, from a Dockerfile.</summary>
    Docker,

    /// <summary>docker buildx, from a Dockerfile.</summary>
    Buildx,

    /// <summary>Files put into layers, without a daemon.</summary>
    Layers,
}

namespace GitOpsTasks.Config;

/// <summary>What builds an image.</summary>
public enum BuilderChoice
{
    /// <summary>Layers where the image has any, else Docker.</summary>
    Auto,

    /// <summary>The Docker Engine, from a Dockerfile.</summary>
    Docker,

    /// <summary>Files put into layers, without a daemon.</summary>
    Layers,
}

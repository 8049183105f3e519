namespace GitOpsTasks.Lint.Policy.Workloads;

/// <summary>What a container is for.</summary>
internal enum ContainerRole
{
    /// <summary>The work of the pod.</summary>
    Main,

    /// <summary>Work before it.</summary>
    Init,

    /// <summary>Looking into a pod that runs.</summary>
    Ephemeral,
}

namespace GitOpsTasks.Generate.Spec;

/// <summary>What runs the pods of an application.</summary>
public enum WorkloadKind
{
    /// <summary>Pods that take requests or work off a queue, any of which can be replaced.</summary>
    Deployment,

    /// <summary>Pods with names and storage of their own.</summary>
    StatefulSet,

    /// <summary>One pod on every node.</summary>
    DaemonSet,

    /// <summary>A job that runs by the clock.</summary>
    CronJob,

    /// <summary>Work that is done once.</summary>
    Job,

    /// <summary>A Deployment that Argo Rollouts updates step by step.</summary>
    Rollout,
}

namespace GitOpsTasks.Generate.Workloads;

/// <summary>The names of objects beside the workload and its Service, which have the application's.</summary>
internal static class Names
{
    /// <summary>The Service without an address, by which the pods of a StatefulSet have names.</summary>
    public static string Headless(AppSpec spec) => spec.Name + "-headless";

    /// <summary>The Service that leads to the new version of a canary alone.</summary>
    public static string Canary(AppSpec spec) => spec.Name + "-canary";

    /// <summary>The Service that leads to the new version before it gets requests.</summary>
    public static string Preview(AppSpec spec) => spec.Name + "-preview";

    /// <summary>The migration.</summary>
    public static string Migration(AppSpec spec) => spec.Name + "-migration";
}

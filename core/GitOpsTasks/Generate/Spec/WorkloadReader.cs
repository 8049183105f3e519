using GitOpsTasks.Config;

namespace GitOpsTasks.Generate.Spec;

/// <summary>Reads what a spec says of how pods are run, scaled and replaced.</summary>
internal static class WorkloadReader
{
    public static AppAutoscaling Autoscaling(MappingReader reader, AppAutoscaling otherwise)
    {
        var scaling = new AppAutoscaling
        {
            Min = reader.NumberOr("min", KubernetesText.AtLeast(1), otherwise.Min)!.Value,
            Max = reader.NumberOr("max", KubernetesText.AtLeast(1), otherwise.Max)!.Value,
            Cpu = reader.NumberOr("cpu", KubernetesText.AtLeast(1), otherwise.Cpu),
            Memory = reader.NumberOr("memory", KubernetesText.AtLeast(1), otherwise.Memory),
        };
        if (scaling.Min > scaling.Max)
            reader.Report(ConfigCodes.Contradiction, "max", $"The most pods, {scaling.Max}, are fewer than the fewest, {scaling.Min}.", "Raise 'max', or lower 'min'.");
        return scaling;
    }

    public static AppDisruptionBudget Budget(MappingReader reader, AppDisruptionBudget otherwise)
    {
        var (most, least) = (reader.Find("maxUnavailable", SpecValues.Share), reader.Find("minAvailable", SpecValues.Share));
        if (most is not null && least is not null)
            reader.Report(ConfigCodes.Contradiction, "minAvailable", "A budget has either 'maxUnavailable' or 'minAvailable'.", "Remove one of the two.");
        return most is null && least is null ? otherwise : new AppDisruptionBudget { MaxUnavailable = most, MinAvailable = least };
    }

    public static AppUpdate Update(MappingReader reader, AppUpdate otherwise) => new()
    {
        Type = reader.Choice("type", otherwise.Type, ("rollingUpdate", "RollingUpdate"), ("recreate", "Recreate"), ("onDelete", "OnDelete")),
        MaxSurge = reader.Find("maxSurge", SpecValues.Share) ?? otherwise.MaxSurge,
        MaxUnavailable = reader.Find("maxUnavailable", SpecValues.Share) ?? otherwise.MaxUnavailable,
        MinReady = reader.NumberOr("minReady", KubernetesText.AtLeast(0), otherwise.MinReady),
        History = reader.NumberOr("history", KubernetesText.AtLeast(0), otherwise.History),
    };

    public static AppCron Cron(MappingReader reader, AppCron otherwise) => new()
    {
        Schedule = reader.Get("schedule", ConfigValues.Text.Then(KubernetesText.Schedule), otherwise.Schedule),
        TimeZone = reader.Text("timeZone") ?? otherwise.TimeZone,
        Concurrency = reader.Choice("concurrency", otherwise.Concurrency, ("allow", "Allow"), ("forbid", "Forbid"), ("replace", "Replace")),
        Suspend = reader.Flag("suspend", otherwise.Suspend),
        StartingDeadline = reader.NumberOr("startingDeadline", KubernetesText.AtLeast(10), otherwise.StartingDeadline),
        SuccessfulHistory = reader.NumberOr("successfulHistory", KubernetesText.AtLeast(0), otherwise.SuccessfulHistory),
        FailedHistory = reader.NumberOr("failedHistory", KubernetesText.AtLeast(0), otherwise.FailedHistory),
    };

    public static AppJob Job(MappingReader reader, AppJob otherwise) => new()
    {
        Retries = reader.NumberOr("retries", KubernetesText.AtLeast(0), otherwise.Retries),
        Deadline = reader.NumberOr("deadline", KubernetesText.AtLeast(1), otherwise.Deadline),
        Ttl = reader.NumberOr("ttl", KubernetesText.AtLeast(0), otherwise.Ttl),
        Completions = reader.NumberOr("completions", KubernetesText.AtLeast(1), otherwise.Completions),
        Parallelism = reader.NumberOr("parallelism", KubernetesText.AtLeast(0), otherwise.Parallelism),
        Restart = reader.Choice("restart", otherwise.Restart, ("never", "Never"), ("onFailure", "OnFailure")),
    };

    public static AppMigration Migration(MappingReader reader, AppMigration otherwise) => new()
    {
        Command = reader.ListOr("command", ConfigValues.Scalar, otherwise.Command),
        Args = reader.ListOr("args", ConfigValues.Scalar, otherwise.Args),
        Order = reader.Choice(
            "order", otherwise.Order, ("preSync", MigrationOrder.PreSync), ("sync", MigrationOrder.Sync), ("dependsOn", MigrationOrder.DependsOn)),
        Retries = reader.NumberOr("retries", KubernetesText.AtLeast(0), otherwise.Retries)!.Value,
        Deadline = reader.NumberOr("deadline", KubernetesText.AtLeast(1), otherwise.Deadline)!.Value,
    };
}

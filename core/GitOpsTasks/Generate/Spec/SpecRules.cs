using GitOpsTasks.Config;

namespace GitOpsTasks.Generate.Spec;

/// <summary>Finds keys of a spec that cannot both hold, or that a workload has no use for.</summary>
internal static class SpecRules
{
    /// <summary>What is wrong whether or not an environment adds to it. Only told where a mapping has a key that is part of it.</summary>
    public static void Check(MappingReader reader, AppSpec spec)
    {
        if (reader.Has("replicas") && reader.Has("autoscaling") && spec.Autoscaling is not null)
            Tell(reader, "replicas", "The autoscaler says how many pods there are.", "Remove 'replicas', or 'autoscaling'.");
        if (spec.EndsByItself)
            Useless(reader, "A job takes no requests and has no number of pods.", "port", "ports", "probes", "service", "replicas", "autoscaling", "disruptionBudget", "ingress", "route", "monitor", "update", "migration");
        else
            Useless(reader, "Only a job ends by itself.", "cron", "job");
        if (spec.Workload == WorkloadKind.DaemonSet)
            Useless(reader, "The nodes say how many pods a DaemonSet has, and where.", "replicas", "autoscaling", "disruptionBudget", "spread");
        if (spec.Workload == WorkloadKind.Job)
            Useless(reader, "Only a CronJob has a schedule.", "cron");
        if (spec.Workload != WorkloadKind.Rollout)
            Useless(reader, "Only 'workload: rollout' goes step by step.", "canary", "blueGreen");
        CheckFlagger(reader, spec);
        CheckSecurity(reader, spec);
        CheckUpdate(reader, spec);
        if (reader.Has("canary") && reader.Has("blueGreen") && spec.BlueGreen is not null)
            Tell(reader, "blueGreen", "A Rollout is either a canary or blue-green.", "Remove 'canary' or 'blueGreen'.");
    }

    /// <summary>What is missing where nothing is added any more.</summary>
    public static void CheckComplete(MappingReader reader, AppSpec spec)
    {
        if (spec.Workload == WorkloadKind.CronJob && spec.Cron.Schedule.Length == 0)
            Missing(reader, "cron", "A CronJob has no schedule.", "Add 'cron: { schedule: \"0 3 * * *\" }'.");
        if (spec.Workload == WorkloadKind.CronJob && spec.Name.Length > 52)
            Tell(reader, "workload", $"The name '{spec.Name}' is too long for a CronJob.", "Take a name of at most 52 characters.");
        if (spec.Route is { Gateway.Length: 0 })
            Missing(reader, "route", "The route belongs to no gateway.", "Add 'gateway:' with its name.");
        PortRules.Check(reader, spec);
        CheckMigration(reader, spec);
        CheckMounts(reader, spec);
        CheckVariables(reader, spec);
        ContainerReader.Check(reader, spec);
    }

    private static void CheckFlagger(MappingReader reader, AppSpec spec)
    {
        if (spec.Flagger is null)
            return;
        if (spec.Workload != WorkloadKind.Deployment)
            Useless(reader, "Flagger brings out Deployments here.", "flagger");
        Useless(reader, "Flagger says how many pods the Deployment has: give it an autoscaler instead.", "replicas");
    }

    private static void CheckSecurity(MappingReader reader, AppSpec spec)
    {
        if (reader.NodeOf("security") is not { } node)
            return;
        if (spec.Security is { User: 0, NonRoot: true })
            reader.Report(ConfigCodes.Contradiction, node["user"] ?? node, "User 0 is root.", "Take another number, or write 'nonRoot: false' as well.");
        if (spec.Security is { Escalation: false } && spec.Security.Capabilities.Contains("SYS_ADMIN"))
            reader.Report(ConfigCodes.Contradiction, node["capabilities"] ?? node, "With SYS_ADMIN a process can gain privileges.", "Take it out, or write 'escalation: true' as well.");
    }

    private static void CheckUpdate(MappingReader reader, AppSpec spec)
    {
        if (reader.NodeOf("update") is not { } node || node["type"] is not { } type)
            return;
        var fits = (spec.Workload, spec.Update.Type) switch
        {
            (WorkloadKind.Deployment, "OnDelete") => false,
            (WorkloadKind.StatefulSet or WorkloadKind.DaemonSet, "Recreate") => false,
            (WorkloadKind.Rollout, _) => false,
            _ => true,
        };
        if (!fits)
            reader.Report(ConfigCodes.Contradiction, type, $"This workload cannot be updated by '{type.Value}'.", "Remove it, or take another.");
    }

    private static void CheckMigration(MappingReader reader, AppSpec spec)
    {
        if (spec.Migration is { Order: MigrationOrder.PreSync } && spec.Secrets.Any(secret => secret.Value is { External: not null } or { Sealed: not null }))
        {
            Tell(
                reader, "migration", "The migration runs before its secrets are made.", "Write 'order: sync' to run it after them, or use Secrets that exist.");
        }
    }

    private static void CheckMounts(MappingReader reader, AppSpec spec)
    {
        var mounts = spec.Volumes.Values.Select(volume => volume.Mount)
            .Concat(spec.Secrets.Values.Select(secret => secret.Mount).OfType<string>())
            .Concat(spec.Files.Keys);
        if (mounts.GroupBy(path => path, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            Tell(reader, "volumes", $"Two things are mounted at '{twice.Key}'.", "Give each a path of its own.");
    }

    private static void CheckVariables(MappingReader reader, AppSpec spec)
    {
        var variables = spec.Secrets.Values.SelectMany(secret => secret.Env.Keys);
        if (variables.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            Tell(reader, "secrets", $"Two secrets set the variable '{twice.Key}'.", "Give each a name of its own, or remove one.");
    }

    private static void Useless(MappingReader reader, string why, params string[] keys)
    {
        foreach (var key in keys.Where(reader.Has))
            Tell(reader, key, why, $"Remove '{key}'.");
    }

    private static void Missing(MappingReader reader, string key, string message, string advice) =>
        reader.Report(ConfigCodes.MissingKey, key, message, advice);

    private static void Tell(MappingReader reader, string key, string message, string advice) =>
        reader.Report(ConfigCodes.Contradiction, key, message, advice);
}

using System.Globalization;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Init.Sources;

/// <summary>Takes what a compose service says of the container into an application, but its image and variables.</summary>
/// <param name="service">The service.</param>
/// <param name="draft">The application.</param>
/// <param name="findings">What a person should know.</param>
internal sealed class ComposeFacts(YamlNode service, AppDraft draft, Findings findings)
{
    private static readonly (string Key, string Advice)[] s_unused =
    [
        ("privileged", "Containers have no such rights here; 'security' of the spec has what can be given."),
        ("cap_add", "Write 'security: { capabilities: [...] }' in the spec where they are needed."),
        ("devices", "Pods get no devices by their paths."),
        ("extends", "Write what the other service says in the spec."),
        ("configs", "Write 'files' in the spec."),
        ("secrets", "Write 'secrets' in the spec."),
        ("network_mode", "Pods have a network of their own."),
        ("pid", "Pods have processes of their own."),
        ("extra_hosts", "Use names that the cluster's DNS knows."),
        ("sysctls", "Ask who runs the cluster."),
    ];

    /// <summary>Takes it.</summary>
    public void Take()
    {
        TakePorts("ports");
        TakePorts("expose");
        TakeUser();
        TakeCommand();
        TakeHealth();
        TakeScale();
        new ComposeVolumes(draft, findings).Take(Find("volumes"), Find("tmpfs"));
        foreach (var (key, advice) in s_unused)
        {
            if (Find(key) is { } unused)
                Warn($"'{key}' of '{draft.Name}' is not carried over.", advice, unused);
        }

        if (Find("depends_on") is { } before)
        {
            var names = string.Join(", ", before.IsMapping ? before.Pairs.Select(pair => pair.Key.Value) : before.Items.Select(item => item.Resolved.Value));
            findings.Tell(
                InitCodes.NotCarriedOver, $"'{draft.Name}' is started after {names} by compose; a cluster starts all at once.", "Have it wait or try again itself; a migration can be a 'migration' of the spec.", before.Place);
        }
    }

    private void TakePorts(string key)
    {
        foreach (var entry in Find(key)?.Items.Select(item => item.Resolved) ?? [])
        {
            var ports = ComposePorts.Read(entry);
            if (ports.Count == 0)
                Warn("The port cannot be read, or is not known here.", "Write it as 'port' in the spec.", entry);
            foreach (var port in ports)
                draft.AddPort(port, entry.Place, key);
        }
    }

    private void TakeUser()
    {
        if (Find("user") is not { } node || ComposeText.Of(node) is not { Length: > 0 } text)
            return;
        var parts = text.Split(':');
        if (Number(parts[0]) is > 0 and var user)
        {
            (draft.User, draft.Group) = (user, parts.Length > 1 && Number(parts[1]) is > 0 and var group && group != user ? group : null);
            draft.Note($"user {text}", node.Place, "user");
        }
        else
            findings.Warn(InitCodes.UserUnknown, $"The user '{text}' is root, or its number is not known.", "Write the number of another as 'security: { user: ... }'.", node.Place);
    }

    private void TakeCommand()
    {
        draft.Command = Words("entrypoint");
        draft.Args = Words("command");
        draft.WorkingDir = ComposeText.Of(Find("working_dir")) is ['/', ..] folder ? folder : null;
    }

    private IReadOnlyList<string>? Words(string key)
    {
        if (Find(key) is not { IsNull: false } node)
            return null;
        var words = ComposeText.Words(node);
        if (words is null || words.Count == 0)
            Warn($"'{key}' of '{draft.Name}' is empty, or not known here.", "Write 'command' or 'args' in the spec.", node);
        else
            draft.Note($"{(key == "command" ? "arguments" : "command")} {string.Join(' ', words)}", node.Place, key);
        return words is { Count: > 0 } ? words : null;
    }

    private void TakeHealth()
    {
        if (Find("healthcheck") is not { } check || ComposeText.Find(check, "test") is not { } test)
            return;
        var command = test.IsSequence ? string.Join(' ', test.Items.Select(item => ComposeText.Of(item.Resolved) ?? "")) : ComposeText.Of(test) ?? "";
        if (command.StartsWith("NONE", StringComparison.Ordinal) || ComposeText.Of(ComposeText.Find(check, "disable")) == "true")
            return;
        if (HealthCheck.Read(command) is not { } probe)
        {
            findings.Tell(InitCodes.NotCarriedOver, "The health check does not ask over HTTP.", "Write 'probes' in the spec, with a path or a command.", test.Place);
            return;
        }

        draft.Probe = probe with
        {
            Period = HealthCheck.Seconds(ComposeText.Of(ComposeText.Find(check, "interval"))),
            Timeout = HealthCheck.Seconds(ComposeText.Of(ComposeText.Find(check, "timeout"))),
            Failures = Number(ComposeText.Of(ComposeText.Find(check, "retries"))) is > 0 and < 1000 and var retries ? retries : null,
        };
        draft.Note($"probe {probe.Path}", test.Place, "healthcheck");
    }

    private void TakeScale()
    {
        var deploy = Find("deploy");
        if ((ComposeText.Find(deploy, "replicas") ?? Find("scale")) is { } replicas && Number(ComposeText.Of(replicas)) is >= 0 and <= 1000 and var count)
        {
            draft.Replicas = count;
            draft.Note($"{count} replicas", replicas.Place);
        }

        var resources = ComposeText.Find(deploy, "resources");
        var (limits, reserved) = (ComposeText.Find(resources, "limits"), ComposeText.Find(resources, "reservations"));
        new ComposeResources(draft, findings).Take(
            ComposeText.Find(reserved, "cpus"),
            ComposeText.Find(reserved, "memory") ?? Find("mem_reservation"),
            ComposeText.Find(limits, "cpus") ?? Find("cpus"),
            ComposeText.Find(limits, "memory") ?? Find("mem_limit"));
    }

    private YamlNode? Find(string key) => ComposeText.Find(service, key);

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private void Warn(string message, string advice, YamlNode node) => findings.Warn(InitCodes.NotCarriedOver, message, advice, node.Place);
}

using System.Text.Json;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Build;

/// <summary>One build by the Docker Engine: sends the context, follows the messages, comes to an image id.</summary>
internal sealed class DockerBuild(EngineContext context, DockerEngine engine)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromHours(1);

    /// <summary>Builds.</summary>
    /// <returns>The image's id in the engine.</returns>
    /// <exception cref="TaskFailedException">GOT5013: a step failed, or the build ended without an image.</exception>
    public async Task<string> RunAsync(ImagePlan plan, IProgressStep progress, CancellationToken cancellationToken)
    {
        var folder = context.Resolve(plan.Spec.Context);
        var dockerfile = BuildContext.Relative(folder, plan.Spec.Dockerfile);
        var entries = BuildContext.Collect(folder, plan.Spec.Dockerfile);
        var log = new BuildLog(progress);
        string? id = null;
        await engine.PostAsync(
            $"build?{Query(plan, dockerfile)}",
            request => request.Content = new BuildContextContent(entries),
            message =>
            {
                log.Take(message);
                id = message.AuxText("ID") ?? id;
            },
            Deadline,
            cancellationToken);
        if (log.Error is null && id is not null)
            return id;
        throw TaskFailedException.External(
            BuildCodes.BuildFailed,
            $"Building the image '{plan.Spec.Name}' failed: {log.Error ?? "the engine ended without naming an image"}.",
            log.Tail is { Length: > 0 } tail ? $"The last it printed:\n{tail}" : $"Look at '{plan.Spec.Dockerfile}'.");
    }

    private string Query(ImagePlan plan, string dockerfile)
    {
        var spec = plan.Spec;
        var arguments = new Dictionary<string, string>(spec.BuildArguments);
        if (plan.Created is { } created)
            arguments.TryAdd("SOURCE_DATE_EPOCH", created.ToUnixTimeSeconds().ToString());
        var query = new List<(string Name, string? Value)>
        {
            ("version", engine.HasBuildKit ? "2" : "1"),
            ("dockerfile", dockerfile),
            ("labels", Json(plan.Labels)),
            ("buildargs", Json(arguments)),
            ("platform", spec.Platform),
            ("target", spec.Target),
            ("rm", "1"),
        };
        query.AddRange(plan.Tags.Tags.Select(tag => ("t", (string?)$"{spec.Repository}:{tag}")));
        return string.Join('&', query
            .Where(parameter => parameter.Value is not null)
            .Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value!)}"));
    }

    private static string Json(IEnumerable<KeyValuePair<string, string>> map)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var (key, value) in map.OrderBy(pair => pair.Key, StringComparer.Ordinal))
                writer.WriteString(key, value);
            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }
}

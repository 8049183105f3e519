using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Build.Docker;

/// <summary>One build by the Docker Engine: sends the context, follows the messages, comes to an image id.</summary>
internal sealed partial class DockerBuild(EngineContext context, DockerEngine engine)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromHours(1);

    // BuildKit inside an engine that keeps its images in containerd cannot read a context that is sent with the request
    // (https://github.com/moby/moby/issues/47717); the engine's classic builder can.
    private const string ContextUnreadable = "failed to read downloaded context";

    /// <summary>Builds.</summary>
    /// <returns>The image's id in the engine.</returns>
    /// <exception cref="TaskFailedException">GOT5013: a step failed, or the build ended without an image.</exception>
    public async Task<string> RunAsync(ImagePlan plan, IProgressStep progress, CancellationToken cancellationToken)
    {
        var (id, log) = await RunAsync(plan, engine.HasBuildKit, progress, cancellationToken);
        if (engine.HasBuildKit && log.Error?.StartsWith(ContextUnreadable, StringComparison.Ordinal) == true)
        {
            RequireClassic(plan.Spec);
            progress.Report("again, with the classic builder");
            (id, log) = await RunAsync(plan, useBuildKit: false, progress, cancellationToken);
        }

        if (log.Error is null && id is not null)
            return id;
        throw TaskFailedException.External(
            BuildCodes.BuildFailed,
            $"Building the image '{plan.Spec.Name}' failed: {log.Error ?? "the engine ended without naming an image"}.",
            log.Tail is { Length: > 0 } tail ? $"It last printed: {tail}" : $"Look at '{plan.Spec.Dockerfile.Path}'.");
    }

    private async Task<(string? Id, BuildLog Log)> RunAsync(
        ImagePlan plan, bool useBuildKit, IProgressStep progress, CancellationToken cancellationToken)
    {
        var folder = context.Resolve(plan.Spec.Context);
        var dockerfile = BuildContext.Relative(folder, plan.Spec.Dockerfile.Path);
        var entries = BuildContext.Collect(folder, plan.Spec.Dockerfile.Path);
        var log = new BuildLog(progress);
        string? id = null;
        await engine.PostAsync(
            $"build?{Query(plan, dockerfile, useBuildKit)}",
            request => request.Content = new BuildContextContent(entries),
            message =>
            {
                log.Take(message);
                id = message.AuxText("ID") ?? id;
            },
            Deadline,
            cancellationToken);
        return (id, log);
    }

    // The classic builder takes a here-document for a file name and makes an empty file, without an error.
    private void RequireClassic(ImageSpec spec)
    {
        var file = Path.GetFullPath(spec.Dockerfile.Path, context.Resolve(spec.Context));
        if (!File.ReadLines(file).Any(line => HereDocument().IsMatch(line)))
            return;
        throw TaskFailedException.External(
            BuildCodes.DockerNotSupported,
            $"The image '{spec.Name}' needs BuildKit for a here-document in '{spec.Dockerfile.Path}', and this Docker Engine cannot use it over its API.",
            "Put the here-document into a file of its own and COPY that.");
    }

    private static string Query(ImagePlan plan, string dockerfile, bool useBuildKit)
    {
        var spec = plan.Spec;
        var arguments = new Dictionary<string, string>(spec.Dockerfile.Arguments);
        if (plan.Created is { } created)
            arguments.TryAdd("SOURCE_DATE_EPOCH", created.ToUnixTimeSeconds().ToString());
        var query = new List<(string Name, string? Value)>
        {
            ("version", useBuildKit ? "2" : "1"),
            ("dockerfile", dockerfile),
            ("labels", Json(plan.Labels)),
            ("buildargs", Json(arguments)),
            ("platform", spec.Platforms is [var platform, ..] ? platform : null),
            ("target", spec.Dockerfile.Target),
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

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    [GeneratedRegex(@"\A\s*(RUN|COPY|ADD)\b.*<<-?\s*[""']?[A-Za-z_]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex HereDocument();
}

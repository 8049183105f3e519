using System.Globalization;
using System.Text;
using System.Text.Json;

namespace GitOpsTasks.Build.Docker;

/// <summary>The query of a build request of the Engine API.</summary>
internal static class DockerBuildQuery
{
    /// <summary>The query, without the question mark.</summary>
    /// <param name="plan">The image.</param>
    /// <param name="dockerfile">The Dockerfile's path in the archive that is sent.</param>
    /// <param name="usesBuildKit">Whether BuildKit builds, or the classic builder.</param>
    /// <param name="pulls">Whether base images are looked up again.</param>
    public static string Of(ImagePlan plan, string dockerfile, bool usesBuildKit, bool pulls)
    {
        var (spec, file) = (plan.Spec, plan.Spec.Dockerfile);
        var query = new List<(string Name, string? Value)>
        {
            ("version", usesBuildKit ? "2" : "1"),
            ("dockerfile", dockerfile),
            ("labels", Map(plan.Labels)),
            ("buildargs", Map(ArgumentsOf(plan))),
            ("cachefrom", file.CacheFrom.Count == 0 ? null : List(file.CacheFrom)),
            ("platform", spec.Platforms is [var platform, ..] ? platform : null),
            ("target", file.Target),
            ("networkmode", file.Network),
            ("pull", pulls ? "1" : null),
            ("nocache", file.NoCache ? "1" : null),
            ("rm", "1"),
            ("forcerm", "1"),
        };
        query.AddRange(file.Hosts.Select(host => ("extrahosts", (string?)host)));
        query.AddRange(plan.Tags.Tags.Select(tag => ("t", (string?)$"{spec.Repository}:{tag}")));
        return string.Join('&', query
            .Where(parameter => parameter.Value is not null)
            .Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value!)}"));
    }

    /// <summary>The build arguments, with SOURCE_DATE_EPOCH where the image's time is known.</summary>
    public static IReadOnlyDictionary<string, string> ArgumentsOf(ImagePlan plan)
    {
        var arguments = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in plan.Spec.Dockerfile.Arguments)
            arguments[name] = value;
        if (plan.Created is { } created)
            arguments.TryAdd("SOURCE_DATE_EPOCH", created.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        return arguments;
    }

    private static string Map(IEnumerable<KeyValuePair<string, string>> map) => Json(writer =>
    {
        writer.WriteStartObject();
        foreach (var (key, value) in map.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            writer.WriteString(key, value);
        writer.WriteEndObject();
    });

    private static string List(IEnumerable<string> items) => Json(writer =>
    {
        writer.WriteStartArray();
        foreach (var item in items)
            writer.WriteStringValue(item);
        writer.WriteEndArray();
    });

    private static string Json(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
            write(writer);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}

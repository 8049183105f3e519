using System.Text.Json.Nodes;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Build.Layers;

/// <summary>The configuration of an image: that of its base with what the image itself says, always the same bytes for the same image.</summary>
internal static class ImageConfiguration
{
    private const string SearchPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
    private static readonly string[] Kept = ["os.version", "os.features"];

    /// <summary>The configuration, as the OCI image specification describes it.</summary>
    /// <param name="plan">The image.</param>
    /// <param name="spec">How it is run.</param>
    /// <param name="platform">What it runs on.</param>
    /// <param name="below">Its base; null for none.</param>
    /// <param name="layers">Its own layers.</param>
    public static OciBlob Of(ImagePlan plan, LayersSpec spec, OciPlatform platform, BasePlatform? below, IReadOnlyList<BuiltLayer> layers)
    {
        var created = ImageLabels.Time(plan.Created ?? DateTimeOffset.UnixEpoch);
        var json = new JsonObject { ["created"] = created, ["architecture"] = platform.Architecture, ["os"] = platform.Os };
        if (platform.Variant is { } variant)
            json["variant"] = variant;
        foreach (var key in Kept)
        {
            if (below?.Config[key] is { } value)
                json[key] = value.DeepClone();
        }

        json["config"] = Execution(plan, spec, below?.Config["config"] as JsonObject ?? []);
        var diffIds = (below?.DiffIds ?? []).Concat(layers.Select(layer => layer.DiffId));
        json["rootfs"] = new JsonObject { ["type"] = "layers", ["diff_ids"] = Texts(diffIds) };
        var history = below?.Config["history"] is JsonArray old ? (JsonArray)old.DeepClone() : [];
        foreach (var layer in layers)
            history.Add((JsonNode)new JsonObject { ["created"] = created, ["created_by"] = layer.Plan.Description });
        json["history"] = history;
        return OciBlob.FromBytes(OciMediaTypes.Config, DescriptorJson.Bytes(json));
    }

    private static JsonObject Execution(ImagePlan plan, LayersSpec spec, JsonObject below)
    {
        var json = new JsonObject();
        Set("User", spec.User);
        Set("ExposedPorts", Ports(spec, below["ExposedPorts"] as JsonObject));
        Set("Env", Texts(Environment(spec, below["Env"] as JsonArray ?? [])));
        Set("Entrypoint", spec.Entrypoint.Count > 0 ? Texts(spec.Entrypoint) : null);
        // The arguments of the base are meant for the program of the base.
        if (spec.Command.Count > 0 || spec.Entrypoint.Count == 0)
            Set("Cmd", spec.Command.Count > 0 ? Texts(spec.Command) : null);
        Set("WorkingDir", spec.WorkingDirectory);
        Set("StopSignal", spec.StopSignal);
        Set("Labels", Labels(plan, below["Labels"] as JsonObject));
        foreach (var (key, value) in below)
        {
            if (key is not ("Cmd" or "OnBuild" or "Image" or "Hostname"))
                json.TryAdd(key, value?.DeepClone());
        }

        return json;

        void Set(string key, JsonNode? value)
        {
            if ((value ?? below[key]?.DeepClone()) is { } chosen)
                json[key] = chosen;
        }
    }

    // Those of the base stay in its order, each with its new value; new ones follow in the order of their names.
    private static IEnumerable<string> Environment(LayersSpec spec, JsonArray below)
    {
        var own = new SortedDictionary<string, string>(spec.Environment.ToDictionary(), StringComparer.Ordinal);
        var lines = new List<string>();
        foreach (var line in below.Select(item => (string?)item ?? ""))
        {
            var name = line.Split('=', 2)[0];
            lines.Add(own.Remove(name, out var value) ? $"{name}={value}" : line);
        }

        if (!lines.Any(line => line.StartsWith("PATH=", StringComparison.Ordinal)))
            own.TryAdd("PATH", SearchPath);
        return lines.Concat(own.Select(variable => $"{variable.Key}={variable.Value}"));
    }

    private static JsonObject? Ports(LayersSpec spec, JsonObject? below)
    {
        if (spec.Ports.Count == 0)
            return null;
        var own = spec.Ports.Select(port => port.Contains('/', StringComparison.Ordinal) ? port : $"{port}/tcp");
        var json = new JsonObject();
        foreach (var port in own.Concat(below?.Select(port => port.Key) ?? []).Distinct().Order(StringComparer.Ordinal))
            json[port] = new JsonObject();
        return json;
    }

    private static JsonObject Labels(ImagePlan plan, JsonObject? below)
    {
        var all = new SortedDictionary<string, string>(plan.Labels.ToDictionary(), StringComparer.Ordinal);
        foreach (var (key, value) in below ?? [])
            all.TryAdd(key, (string?)value ?? "");
        return DescriptorJson.WriteAnnotations(all);
    }

    private static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode?)text)];
}

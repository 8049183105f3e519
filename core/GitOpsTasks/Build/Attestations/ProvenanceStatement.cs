using System.Text.Json.Nodes;
using GitOpsTasks.Build.Layers;
using GitOpsTasks.Contracts;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Build.Attestations;

/// <summary>
/// How an image was built, as SLSA v1 describes it in an in-toto statement: from which description, commit and base, and by whom.
/// It is not signed. One run of CI gives the same bytes again; elsewhere the same sources do.
/// </summary>
internal static class ProvenanceStatement
{
    /// <summary>The media type of such a statement.</summary>
    public const string MediaType = "application/vnd.in-toto+json";

    private const string BuildType = "urn:gitops-tasks:build:layers:v1";
    private const string RevisionLabel = "org.opencontainers.image.revision";
    private const string SourceLabel = "org.opencontainers.image.source";

    /// <summary>The statement about an image.</summary>
    public static JsonObject Of(EngineContext context, ImagePlan plan, BuiltImage image, BaseImage? below)
    {
        var builder = BuilderIdentity.In(context.Environment);
        var metadata = new JsonObject();
        if (builder.Run is { } run)
            metadata["invocationId"] = run;
        return new JsonObject
        {
            ["_type"] = "https://in-toto.io/Statement/v1",
            ["subject"] = new JsonArray { (JsonNode)Resource("name", plan.Spec.Repository, image.Root.Descriptor.Digest) },
            ["predicateType"] = "https://slsa.dev/provenance/v1",
            ["predicate"] = new JsonObject
            {
                ["buildDefinition"] = new JsonObject
                {
                    ["buildType"] = BuildType,
                    ["externalParameters"] = Parameters(plan),
                    ["internalParameters"] = new JsonObject(),
                    ["resolvedDependencies"] = new JsonArray([.. Dependencies(plan, below)]),
                },
                ["runDetails"] = new JsonObject
                {
                    ["builder"] = new JsonObject { ["id"] = builder.Id },
                    ["metadata"] = metadata,
                    ["byproducts"] = new JsonArray([.. image.Platforms.Select(ByproductOf)]),
                },
            },
        };
    }

    private static JsonObject Parameters(ImagePlan plan)
    {
        var spec = plan.Spec.Layers ?? new LayersSpec();
        var json = new JsonObject { ["image"] = plan.Spec.Name, ["platforms"] = Texts(plan.Spec.Platforms) };
        if (spec.Base is { } name)
            json["base"] = name;
        if (spec.Project is { } project)
            json["project"] = new JsonObject { ["path"] = project.Path, ["configuration"] = project.Configuration };
        json["layers"] = new JsonArray(
            [.. spec.Layers.Select(layer => (JsonNode)new JsonObject { ["from"] = layer.From, ["to"] = layer.To })]);
        return json;
    }

    private static IEnumerable<JsonNode> Dependencies(ImagePlan plan, BaseImage? below)
    {
        if (plan.Labels.GetValueOrDefault(RevisionLabel) is { Length: > 0 } commit)
        {
            var source = plan.Labels.GetValueOrDefault(SourceLabel) is { Length: > 0 } address ? $"git+{address}" : "git+local";
            yield return new JsonObject { ["uri"] = source, ["digest"] = new JsonObject { ["gitCommit"] = commit } };
        }

        if (below is not null)
            yield return Resource("uri", $"oci:{below.Name}", below.Digest);
    }

    private static JsonNode ByproductOf(BuiltPlatform platform) =>
        Resource("name", platform.Platform.ToString(), platform.Manifest.Descriptor.Digest);

    private static JsonObject Resource(string key, string name, string digest) => new()
    {
        [key] = name,
        ["digest"] = new JsonObject { ["sha256"] = OciDigest.Hex(digest) ?? digest },
    };

    private static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode?)text)];
}

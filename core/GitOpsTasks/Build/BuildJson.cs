using System.Text.Json.Serialization;

namespace GitOpsTasks.Build;

/// <summary>How results of the build task are written as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(BuildResult))]
[JsonSerializable(typeof(IReadOnlyList<PlatformImage>))]
[JsonSerializable(typeof(IReadOnlyList<AttachedArtifact>))]
internal sealed partial class BuildJson : JsonSerializerContext;

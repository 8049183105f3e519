using System.Text.Json.Serialization;

namespace GitOpsTasks.Merge;

/// <summary>Writes results as JSON without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(MergeResult))]
internal sealed partial class MergeJson : JsonSerializerContext;

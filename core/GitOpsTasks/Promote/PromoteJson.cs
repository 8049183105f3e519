using System.Text.Json.Serialization;

namespace GitOpsTasks.Promote;

/// <summary>Writes results as JSON without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PromoteResult))]
internal sealed partial class PromoteJson : JsonSerializerContext;

using System.Text.Json.Serialization;

namespace GitOpsTasks.Bump;

/// <summary>Writes results as JSON without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(BumpResult))]
internal sealed partial class BumpJson : JsonSerializerContext;

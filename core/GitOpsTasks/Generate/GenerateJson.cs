using System.Text.Json.Serialization;

namespace GitOpsTasks.Generate;

/// <summary>Writes results as JSON without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(GenerateResult))]
internal sealed partial class GenerateJson : JsonSerializerContext;

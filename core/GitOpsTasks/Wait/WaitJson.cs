using System.Text.Json.Serialization;

namespace GitOpsTasks.Wait;

/// <summary>Writes results as JSON without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(WaitResult))]
internal sealed partial class WaitJson : JsonSerializerContext;

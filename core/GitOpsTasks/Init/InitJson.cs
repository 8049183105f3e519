using System.Text.Json.Serialization;

namespace GitOpsTasks.Init;

/// <summary>Writes results as JSON without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(InitResult))]
internal sealed partial class InitJson : JsonSerializerContext;

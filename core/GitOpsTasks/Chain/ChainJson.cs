using System.Text.Json.Serialization;
using GitOpsTasks.Chain.Demo;

namespace GitOpsTasks.Chain;

/// <summary>Writes results as JSON without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RunResult))]
[JsonSerializable(typeof(DemoResult))]
internal sealed partial class ChainJson : JsonSerializerContext;

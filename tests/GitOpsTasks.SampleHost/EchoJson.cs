using System.Text.Json;
using System.Text.Json.Serialization;

namespace GitOpsTasks.SampleHost;

/// <summary>How the result is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(EchoResult))]
internal sealed partial class EchoJson : JsonSerializerContext;

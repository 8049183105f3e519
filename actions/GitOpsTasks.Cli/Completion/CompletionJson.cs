using System.Text.Json.Serialization;

namespace GitOpsTasks.Cli.Completion;

/// <summary>How the script is written with <c>--output json</c>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CompletionScript))]
internal sealed partial class CompletionJson : JsonSerializerContext;

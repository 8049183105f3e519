using System.Text.Json.Serialization;

namespace GitOpsTasks.Lint;

/// <summary>Writes results as JSON without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(LintResult))]
internal sealed partial class LintJson : JsonSerializerContext;

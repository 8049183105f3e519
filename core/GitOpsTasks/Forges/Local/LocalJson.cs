using System.Text.Json.Serialization;

namespace GitOpsTasks.Forges.Local;

/// <summary>The JSON of pull requests kept in a repository: indented, for people who look at it with git.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    NewLine = "\n",
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(LocalPullRequest))]
internal sealed partial class LocalJson : JsonSerializerContext;

using System.Text.Json;
using System.Text.Json.Serialization;

namespace GitOpsTasks.Status;

/// <summary>Writes results as JSON without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(StatusResult))]
internal sealed partial class StatusJson : JsonSerializerContext
{
    /// <summary>The result as one indented document.</summary>
    public static string Render(StatusResult result) =>
        Reporting.ReportJson.Document(writer => JsonSerializer.Serialize(writer, result, Default.StatusResult));
}

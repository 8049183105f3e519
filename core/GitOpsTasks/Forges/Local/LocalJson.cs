using System.Text.Encodings.Web;
using System.Text.Json;
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
internal sealed partial class LocalJson : JsonSerializerContext
{
    private static LocalJson? s_readable;

    /// <summary>Writes Markdown as people read it: the JSON goes into a blob, not into a page.</summary>
    public static LocalJson Readable => s_readable ??=
        new LocalJson(new JsonSerializerOptions(Default.GeneratedSerializerOptions!) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}

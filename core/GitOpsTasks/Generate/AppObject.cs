using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate;

/// <summary>An object of an application.</summary>
/// <param name="File">The name of the file it goes into.</param>
/// <param name="Manifest">The object.</param>
internal sealed record AppObject(string File, YamlMap Manifest)
{
    /// <summary>What makes it the same object, whatever else it says.</summary>
    public string Identity => $"{Text("apiVersion")}/{Text("kind")}/{((Manifest["metadata"] as YamlMap)?["name"] as YamlText)?.Text}";

    /// <summary>Its API version.</summary>
    public string ApiVersion => Text("apiVersion");

    /// <summary>An object with its file, or nothing where there is none.</summary>
    public static AppObject? Of(string file, YamlMap? manifest) => manifest is null ? null : new AppObject(file, manifest);

    private string Text(string key) => (Manifest[key] as YamlText)?.Text ?? "";
}

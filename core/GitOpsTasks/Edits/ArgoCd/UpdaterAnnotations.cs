using GitOpsTasks.Images;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Edits.ArgoCd;

/// <summary>
/// Which images the parameters of an application are about, as annotations tell Argo CD Image Updater:
/// <c>image-list: web=ghcr.io/acme/web:1.x</c> and <c>web.helm.image-tag: web.image.tag</c>.
/// </summary>
internal sealed class UpdaterAnnotations
{
    private const string Prefix = "argocd-image-updater.argoproj.io/";

    private readonly Dictionary<string, string> _nameOfTag = new(StringComparer.Ordinal);

    private UpdaterAnnotations()
    {
    }

    /// <summary>Reads the annotations of an application.</summary>
    public static UpdaterAnnotations Of(YamlNode application)
    {
        var found = new UpdaterAnnotations();
        if (application["metadata"]?["annotations"] is not { IsMapping: true } annotations || annotations.Text(Prefix + "image-list") is not { } list)
            return found;
        foreach (var entry in list.Split([',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var equals = entry.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && annotations.Text($"{Prefix}{entry[..equals]}.helm.image-tag") is { } parameter)
                found._nameOfTag[parameter] = NameOf(entry[(equals + 1)..]);
            else if (!list.Contains(',', StringComparison.Ordinal))
                found._nameOfTag["image.tag"] = NameOf(entry[(equals + 1)..]);
        }

        return found;
    }

    /// <summary>What a key beside a parameter has: the repository, where the annotations say which image the tag is of.</summary>
    /// <param name="name">A parameter with the same prefix.</param>
    /// <param name="key">The key.</param>
    public string? ValueOf(ParameterName name, string key) =>
        key == "repository" ? _nameOfTag.GetValueOrDefault(name.Beside("tag")) : null;

    // After the name stands a constraint such as 1.x or ~1.4, which need not be a tag.
    private static string NameOf(string entry)
    {
        var end = entry.IndexOf(':', Math.Max(0, entry.LastIndexOf('/')));
        var name = end < 0 ? entry : entry[..end];
        return ImageGrammar.IsName(name) ? name : "";
    }
}

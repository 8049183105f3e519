using GitOpsTasks.Yaml;

namespace GitOpsTasks.Init.Sources;

/// <summary>Takes the volumes of a compose service into an application.</summary>
/// <param name="draft">The application.</param>
/// <param name="findings">What a person should know.</param>
internal sealed class ComposeVolumes(AppDraft draft, Findings findings)
{
    /// <summary>Takes <c>volumes</c> and <c>tmpfs</c>.</summary>
    public void Take(YamlNode? volumes, YamlNode? temporary)
    {
        foreach (var item in volumes?.Items.Select(item => item.Resolved) ?? [])
        {
            if (item.IsMapping)
                Take(ComposeText.Of(ComposeText.Find(item, "type")), ComposeText.Of(ComposeText.Find(item, "source")), ComposeText.Of(ComposeText.Find(item, "target")), ComposeText.Of(ComposeText.Find(item, "read_only")) == "true", item);
            else
                TakeShort(item);
        }

        IEnumerable<YamlNode> folders = temporary is { IsSequence: true } list ? list.Items.Select(item => item.Resolved) : temporary is { } single ? [single] : [];
        foreach (var folder in folders)
            Take("tmpfs", null, ComposeText.Of(folder)?.Split(':')[0], isReadOnly: false, folder);
    }

    // [SOURCE:]TARGET[:MODE]; a source that is a path, also one of Windows, is a folder of the machine.
    private void TakeShort(YamlNode item)
    {
        var text = ComposeText.Of(item) ?? "";
        var drive = text.Length > 2 && char.IsAsciiLetter(text[0]) && text[1] == ':' && text[2] is '\\' or '/' ? 2 : 0;
        var colon = text.IndexOf(':', drive);
        var source = colon <= 0 ? null : text[..colon];
        var rest = (colon < 0 ? text : text[(colon + 1)..]).Split(':');
        var isFolder = source is not null && (drive > 0 || source is ['.' or '/' or '~', ..] || source.Contains('\\', StringComparison.Ordinal));
        Take(isFolder ? "bind" : "volume", source, rest[0], rest.Length > 1 && rest[1].Split(',').Contains("ro"), item);
    }

    private void Take(string? type, string? source, string? target, bool isReadOnly, YamlNode place)
    {
        if (target is not ['/', _, ..])
            Warn("The volume cannot be read, or is not known here.", "Write it under 'volumes' in the spec.", place);
        else if (type is "bind" or "npipe" or "cluster")
            Warn($"'{target}' is a folder or file of the machine that runs compose.", "Put it into the image, or write it under 'files' or 'volumes' in the spec.", place);
        else if (target.TrimEnd('/') != "/tmp" && draft.Volumes.Values.All(known => known.Mount != target.TrimEnd('/')))
        {
            var lasts = type is not "tmpfs" && source is not null;
            draft.Volumes[NameOf(source ?? target)] = new VolumeDraft(target.TrimEnd('/'), lasts) { ReadOnly = isReadOnly };
            draft.Note($"{(lasts ? "claim" : "temporary folder")} at {target}", place.Place, "volumes");
            if (lasts)
                findings.Tell(InitCodes.Guessed, $"How large the volume at '{target}' has to be is not known; 1Gi is proposed.", "Change 'size' in the spec.", place.Place);
        }
    }

    private string NameOf(string text)
    {
        var name = AppName.Of(text);
        return AppName.Unlike(name is "tmp" || name.StartsWith("files", StringComparison.Ordinal) ? $"v-{name}" : name, [.. draft.Volumes.Keys]);
    }

    private void Warn(string message, string advice, YamlNode place) => findings.Warn(InitCodes.NotCarriedOver, message, advice, place.Place);
}

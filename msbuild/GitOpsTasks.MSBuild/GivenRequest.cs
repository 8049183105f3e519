using System.Buffers.Text;
using System.Text;
using GitOpsTasks.Contracts;
using GitOpsTasks.Trees;

namespace GitOpsTasks.MSBuild;

/// <summary>What a task was asked for: a folder and texts. As one text, it is what tells two runs of a build apart.</summary>
/// <param name="Directory">Absolute folder that relative paths start at.</param>
/// <param name="Texts">The texts by input; no secrets, for these stay in the environment.</param>
internal sealed record GivenRequest(string Directory, InputTexts Texts)
{
    private const char Separator = '\0';

    // What a path starts at is the project's folder wherever nothing else says which repository is meant.
    private static readonly Dictionary<string, string[]> Anchors = new(StringComparer.Ordinal)
    {
        ["lint"] = ["path"], ["bump"] = ["path", "repository"], ["promote"] = ["config", "repository"], ["wait"] = ["config", "repository"],
    };

    private static readonly string[] PathPlaceholders = ["PATH", "FILE", "DIR"];

    /// <summary>Reads what <see cref="Encode"/> wrote.</summary>
    public static GivenRequest Decode(string text)
    {
        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(Separator);
        var texts = new InputTexts();
        for (var index = 1; index + 1 < parts.Length; index += 2)
            texts.Add(parts[index], [parts[index + 1]]);
        return new GivenRequest(parts[0], texts);
    }

    /// <summary>As one text of letters, digits, hyphens and underscores: safe in every place that MSBuild has for values.</summary>
    public string Encode() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(
        string.Join(Separator, Texts.Pairs.SelectMany(pair => (string[])[pair.Key, pair.Value]).Prepend(Directory))));

    /// <summary>
    /// The request in words that are the same for all projects which mean the same: absolute paths, and the root of the
    /// repository in place of the project's folder. Where the folder itself is what counts, the request stays as it is.
    /// </summary>
    public GivenRequest Shared(TaskDeclaration task)
    {
        if (!Anchors.TryGetValue(task.Name, out var anchors) || !anchors.Any(Texts.Has))
            return this;
        var isElsewhere = Texts.Has("repository");
        var paths = task.Inputs
            .Where(input => PathPlaceholders.Contains(input.Placeholder) && !(isElsewhere && input.Name == "path"))
            .Select(input => input.Name)
            .ToHashSet(StringComparer.Ordinal);
        var texts = new InputTexts();
        foreach (var (name, text) in Texts.Pairs)
            texts.Add(name, [paths.Contains(name) || name == "repository" ? Absolute(name, text) : text]);
        return new GivenRequest(WorkTreeLocation.RootOf(Directory) ?? Directory, texts);
    }

    // A preset of yamllint's rules and the address of a repository only look like paths.
    private string Absolute(string name, string text)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(text, Directory));
        return name is not ("repository" or "yamllint-config") || Path.Exists(full) ? full : text;
    }
}

using System.Text;
using GitOpsTasks.Images;
using GitOpsTasks.Reporting;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Bump;

/// <summary>The commit message of a bump.</summary>
public static class BumpMessage
{
    private const int LongestSubject = 72;
    private const string SkipMarker = "[skip ci]";

    /// <summary>The message for some changes, without settings and outside a pipeline.</summary>
    public static string For(IReadOnlyList<ImageUpdate> updates, ChangeSet changes) =>
        For(CommitSettings.Default, updates, changes, run: null, skipsCi: false);

    /// <summary>The message for some changes: a subject, the changed values, and trailers that tell where it comes from.</summary>
    /// <param name="settings">The template and further trailers.</param>
    /// <param name="updates">What was asked for.</param>
    /// <param name="changes">What it came to.</param>
    /// <param name="run">The pipeline it is made in; null outside one.</param>
    /// <param name="skipsCi">Whether it is to start no pipeline.</param>
    public static string For(CommitSettings settings, IReadOnlyList<ImageUpdate> updates, ChangeSet changes, CiRun? run, bool skipsCi)
    {
        var changed = Changed(updates, changes);
        var lines = (settings.Message?.Render(name => ValueOf(name, changed, changes, run)) ?? Subject(changed)).Split('\n', 2);
        var message = new StringBuilder(lines[0].TrimEnd());
        if (skipsCi && !lines[0].Contains(SkipMarker, StringComparison.OrdinalIgnoreCase))
            message.Append(' ').Append(SkipMarker);
        message.Append("\n\n");
        if (lines.Length > 1)
            message.Append(lines[1].Trim('\n')).Append("\n\n");
        foreach (var field in changes.Fields)
        {
            message.Append(MessageText.Of($"{field.Place.File}: {field.Subject} {field.Field} {field.Old ?? "(none)"} -> {field.New ?? "(none)"}")).Append('\n');
        }

        return message.Append('\n').AppendJoin('\n', Trailers(settings, run)).Append('\n').ToString();
    }

    private static IEnumerable<CommitTrailer> Trailers(CommitSettings settings, CiRun? run)
    {
        yield return new CommitTrailer("Gitops-Task", "bump");
        if (MessageText.Of(run?.SourceCommit) is { Length: > 0 } commit)
            yield return new CommitTrailer("Source-Commit", commit);
        if (MessageText.Of(run?.Url) is { Length: > 0 } url)
            yield return new CommitTrailer("Run-Url", url);
        foreach (var trailer in settings.Trailers)
            yield return trailer;
    }

    // What was there already is not what the commit is about.
    private static List<ImageUpdate> Changed(IReadOnlyList<ImageUpdate> updates, ChangeSet changes)
    {
        var subjects = changes.Fields.Select(field => field.Subject).ToHashSet(StringComparer.Ordinal);
        var changed = updates.Where(update => subjects.Contains(update.Name)).ToList();
        return changed.Count > 0 ? changed : [.. updates];
    }

    private static string Subject(List<ImageUpdate> changed)
    {
        var versions = changed.GroupBy(VersionOf, StringComparer.Ordinal)
            .Select(group => $"{string.Join(", ", group.Select(update => update.Name))} to {group.Key}");
        var subject = MessageText.Of($"Bump {string.Join(", ", versions)}");
        return changed.Count > 1 && subject.Length > LongestSubject ? $"Bump {Count.Of(changed.Count, "image")}" : subject;
    }

    private static string? ValueOf(string placeholder, List<ImageUpdate> changed, ChangeSet changes, CiRun? run) => placeholder switch
    {
        "image" => Joined(changed.Select(update => update.Name)),
        "version" => Joined(changed.Select(VersionOf)),
        "old" => Joined(changes.Fields.Select(field => field.Old)),
        "new" => Joined(changes.Fields.Select(field => field.New)),
        "count" => changed.Count.ToString(),
        "files" => Joined(changes.Files.Select(file => file.Path.Value)),
        "source-commit" => run?.SourceCommit,
        "run-url" => run?.Url,
        _ => null,
    };

    private static string Joined(IEnumerable<string?> values) =>
        string.Join(", ", values.Where(value => !string.IsNullOrEmpty(value)).Distinct(StringComparer.Ordinal));

    private static string VersionOf(ImageUpdate update) => update.Tag ?? update.Digest ?? update.NewName ?? "";
}

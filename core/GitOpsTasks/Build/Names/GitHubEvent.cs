using System.Text.Json;
using GitOpsTasks.Contracts;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Build.Names;

/// <summary>The event of a run of GitHub Actions, from its variables and the file with the event's payload.</summary>
internal static class GitHubEvent
{
    /// <summary>Reads it.</summary>
    /// <param name="context">The variables, and the file that one of them names.</param>
    /// <param name="own">What the checkout says.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <exception cref="TaskFailedException">GOT5048: the file is there and no JSON object.</exception>
    public static async Task<BuildEvent> ReadAsync(EngineContext context, BuildEvent own, CancellationToken cancellationToken)
    {
        using var document = await PayloadAsync(context, cancellationToken);
        var payload = document?.RootElement;
        var environment = context.Environment;
        var name = environment["GITHUB_EVENT_NAME"] ?? "push";
        var reference = name == "pull_request_target" && payload.At("number") is { } number
            ? $"refs/pull/{number}/merge"
            : environment["GITHUB_REF"] ?? own.Ref;
        var commit = CommitOf(environment, name, payload) ?? own.Commit;
        return new BuildEvent
        {
            Name = name,
            Ref = reference,
            Commit = commit,
            CommitTime = TimeOf(payload, commit) ?? (commit == own.Commit ? own.CommitTime : null),
            BaseBranch = BaseOf(environment, reference, payload),
            Repository = RepositoryOf(environment, payload, own.Repository),
        };
    }

    private static string? CommitOf(EnvironmentSnapshot environment, string name, JsonElement? payload)
    {
        var isHeadWanted = string.Equals(environment["DOCKER_METADATA_PR_HEAD_SHA"], "true", StringComparison.OrdinalIgnoreCase)
            && name.StartsWith("pull_request", StringComparison.Ordinal);
        return (isHeadWanted ? payload.At("pull_request", "head", "sha") : null) ?? environment["GITHUB_SHA"];
    }

    private static DateTimeOffset? TimeOf(JsonElement? payload, string? commit) =>
        commit is not null && payload.At("head_commit", "id") == commit && DateTimeOffset.TryParse(
            payload.At("head_commit", "timestamp"), System.Globalization.CultureInfo.InvariantCulture, out var time) ? time : null;

    private static string? BaseOf(EnvironmentSnapshot environment, string? reference, JsonElement? payload)
    {
        const string heads = "refs/heads/";
        if (reference?.StartsWith("refs/pull/", StringComparison.Ordinal) == true)
            return payload.At("pull_request", "base", "ref") ?? environment["GITHUB_BASE_REF"];
        var from = reference?.StartsWith("refs/tags/", StringComparison.Ordinal) == true ? payload.At("base_ref") : null;
        return from?.StartsWith(heads, StringComparison.Ordinal) == true ? from[heads.Length..] : from;
    }

    private static RepositoryFacts RepositoryOf(EnvironmentSnapshot environment, JsonElement? payload, RepositoryFacts own)
    {
        var slug = environment["GITHUB_REPOSITORY"];
        var url = slug is null ? null : $"{environment["GITHUB_SERVER_URL"] ?? "https://github.com"}/{slug}";
        var license = payload.At("repository", "license", "spdx_id");
        return new RepositoryFacts
        {
            Name = payload.At("repository", "name") ?? RepositoryUrl.NameIn(slug) ?? own.Name,
            Description = payload.At("repository", "description"),
            Url = payload.At("repository", "html_url") ?? url ?? own.Url,
            License = license == "NOASSERTION" ? null : license,
            DefaultBranch = payload.At("repository", "default_branch") ?? own.DefaultBranch,
        };
    }

    private static async Task<JsonDocument?> PayloadAsync(EngineContext context, CancellationToken cancellationToken)
    {
        if (context.Environment["GITHUB_EVENT_PATH"] is not { } path || !File.Exists(context.Resolve(path)))
            return null;
        try
        {
            await using var file = File.OpenRead(context.Resolve(path));
            return await JsonDocument.ParseAsync(file, default, cancellationToken);
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw TaskFailedException.Usage(
                NameCodes.EventUnreadable, $"The event in '{path}' cannot be read: {e.Message.TrimEnd('.')}.", "Let GITHUB_EVENT_PATH name the file that the runner wrote, or unset it.");
        }
    }

    /// <summary>A text or number deep in a payload; null where there is none.</summary>
    private static string? At(this JsonElement? payload, params string[] path)
    {
        foreach (var name in path)
            payload = payload is { ValueKind: JsonValueKind.Object } at && at.TryGetProperty(name, out var found) ? found : null;
        return payload switch
        {
            { ValueKind: JsonValueKind.String } text when text.GetString() is { Length: > 0 } value => value,
            { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
            _ => null,
        };
    }
}

using System.Text.Json;

namespace GitOpsTasks.Promote.Gates.Scans;

/// <summary>A scanner's report in SARIF 2.1.0.</summary>
/// <param name="Findings">What counts of what it found: nothing that was suppressed, and nothing that passed.</param>
/// <param name="Images">Names and digests of the images it is of, as Trivy tells them; empty where it does not tell.</param>
internal sealed record SarifReport(IReadOnlyList<SarifFinding> Findings, IReadOnlyList<string> Images)
{
    /// <summary>Reads a report; null where the bytes are none.</summary>
    public static SarifReport? TryParse(ReadOnlyMemory<byte> content) => JsonText.Read(content, root =>
    {
        if (JsonText.At(root, "version") is not { } version || !version.StartsWith("2.", StringComparison.Ordinal)
            || JsonText.Member(root, "runs") is not { ValueKind: JsonValueKind.Array } runs)
            return null;
        return new SarifReport(
            [.. runs.EnumerateArray().SelectMany(run => FindingsOf(run))],
            [.. runs.EnumerateArray().SelectMany(run => ImagesOf(run)).Distinct()]);
    });

    /// <summary>Whether it tells its images and none of them is an image.</summary>
    public bool IsOfAnother(string name, string? tag, string? digest)
    {
        var tagged = tag is null ? null : $"{Plain(name)}:{tag}";
        return Images.Count > 0 && !Images.Select(Plain).Any(image =>
            (digest is not null && image.EndsWith(digest, StringComparison.Ordinal))
            || (tagged is not null && (image == tagged || image.StartsWith(tagged + "@", StringComparison.Ordinal))));
    }

    // Images of Docker Hub have several names.
    private static string Plain(string image)
    {
        foreach (var prefix in (string[])["index.docker.io/", "docker.io/", "library/"])
            image = image.StartsWith(prefix, StringComparison.Ordinal) ? image[prefix.Length..] : image;
        return image;
    }

    private static IReadOnlyList<string> ImagesOf(JsonElement run) =>
    [
        .. JsonText.At(run, "properties", "imageName") is { } name ? [name] : Array.Empty<string>(),
        .. JsonText.Items(run, "properties", "repoDigests").Concat(JsonText.Items(run, "properties", "repoTags"))
            .Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!),
    ];

    private static IEnumerable<SarifFinding> FindingsOf(JsonElement run)
    {
        var rules = JsonText.Items(run, "tool", "driver", "rules").Select(SarifRule.Read).ToList();
        var extensions = JsonText.Items(run, "tool", "extensions").Select(extension => JsonText.Items(extension, "rules").Select(SarifRule.Read).ToList()).ToList();
        foreach (var result in JsonText.Items(run, "results").Where(Counts))
        {
            var rule = RuleOf(result, rules, extensions);
            var level = JsonText.At(result, "level") ?? rule?.Level ?? "warning";
            var score = SarifRule.ScoreOf(result) ?? rule?.Score;
            yield return new SarifFinding(
                JsonText.At(result, "ruleId") ?? JsonText.At(result, "rule", "id") ?? rule?.Id ?? "",
                score is > 0 ? SarifRule.LevelOf(score.Value) : SarifRule.LevelOf(level));
        }
    }

    private static SarifRule? RuleOf(JsonElement result, List<SarifRule> rules, List<List<SarifRule>> extensions)
    {
        var tool = Index(result, "rule", "toolComponent", "index");
        var known = tool is { } at && at >= 0 && at < extensions.Count ? extensions[at] : rules;
        if ((Index(result, "ruleIndex") ?? Index(result, "rule", "index")) is { } index && index >= 0 && index < known.Count)
            return known[index];
        var id = JsonText.At(result, "ruleId") ?? JsonText.At(result, "rule", "id");
        return known.Concat(extensions.SelectMany(extension => extension)).FirstOrDefault(rule => rule.Id == id);
    }

    private static int? Index(JsonElement element, params ReadOnlySpan<string> path) =>
        JsonText.Member(element, path) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var index) ? index : null;

    // A suppression counts where it is accepted, or nothing is said of its state.
    private static bool Counts(JsonElement result) =>
        (JsonText.At(result, "kind") ?? "fail") is "fail" or "open" or "review"
        && (JsonText.At(result, "baselineState") ?? "new") != "absent"
        && !JsonText.Items(result, "suppressions").Any(suppression => (JsonText.At(suppression, "status") ?? JsonText.At(suppression, "state") ?? "accepted") == "accepted");
}

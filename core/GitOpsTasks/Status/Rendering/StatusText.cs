using System.Text;
using GitOpsTasks.Reporting;

namespace GitOpsTasks.Status.Rendering;

/// <summary>What runs where, for a terminal. Without colours: words say it all.</summary>
internal static class StatusText
{
    private const int MostDifferences = 20;

    /// <summary>One line: how it stands.</summary>
    public static string Summarise(StatusResult result)
    {
        var behind = result.Apps.Sum(app => app.Environments.Count(deployed => deployed.IsBehind));
        var promotions = result.Promotions is { } open ? $", {Count.Of(open.Count, "open promotion")}" : "";
        return $"{Count.Of(result.Apps.Count, "application")} in {Count.Of(result.Environments.Count, "environment")}, {behind} behind{promotions}, "
            + $"{Count.Of(result.Drift.Sum(drift => drift.Differences.Count), "field")} drifted";
    }

    /// <summary>Everything.</summary>
    public static string Render(StatusResult result)
    {
        var text = new StringBuilder($"{ShownLine.Of(result.Repository)} {ShownLine.Of(result.Branch)} {VersionText.Commit(result.Commit)}\n\n");
        text.Append(StatusGrid.Render(
            ["APP", .. result.Environments.Select(environment => ShownLine.Of(environment.Name))],
            [.. result.Apps.Select(app => Row(app, result))],
            result.Width));
        AppendPromotions(text, result);
        foreach (var drift in result.Drift)
            Append(text, drift);
        return text.Append('\n').Append(Summarise(result)).Append('\n').ToString();
    }

    private static IReadOnlyList<IReadOnlyList<string>> Row(AppStatus app, StatusResult result) =>
        [[ShownLine.Of(app.Name)], .. result.Environments.Select(environment => Cell(app, environment.Name, result))];

    private static List<string> Cell(AppStatus app, string environment, StatusResult result)
    {
        if (app.In(environment) is not { } deployed)
            return ["-"];
        var lines = deployed.Images.Select(image => VersionText.Of(image, deployed.Images.Count > 1) + (image.IsBehind ? " (behind)" : "")).ToList();
        if (lines.Count == 0)
            lines.Add("no version");
        if (deployed.Since is { } since)
            lines.Add($"{AgeText.Of(since, result.Time)}, {ShownLine.Of(deployed.Author ?? "")}, {VersionText.Commit(deployed.Commit ?? "")}");
        lines.AddRange((result.Promotions ?? []).Where(promotion => promotion.Takes(app.Name, environment))
            .Select(promotion => $"#{promotion.Number} {promotion.State}"));
        return lines;
    }

    private static void AppendPromotions(StringBuilder text, StatusResult result)
    {
        if (result.Promotions is not { Count: > 0 } promotions)
            return;
        text.Append("\nOpen promotions\n");
        foreach (var promotion in promotions)
        {
            var gates = PromotionLines.Gates(promotion) is { Length: > 0 } told ? $"  gates: {told}" : "";
            text.Append($"  #{promotion.Number} {PromotionLines.Way(promotion)}  {promotion.State}  {VersionText.Of(promotion)}{gates}\n      {ShownLine.Of(promotion.Url)}\n");
        }
    }

    private static void Append(StringBuilder text, EnvironmentDrift drift)
    {
        text.Append($"\nDrift of {ShownLine.Of(string.Join(", ", drift.Apps))} between {ShownLine.Of(drift.From)} and {ShownLine.Of(drift.To)}\n");
        foreach (var difference in drift.Differences.Take(MostDifferences))
        {
            text.Append($"  {(difference.Field.Length == 0 ? "whole file" : difference.Field)}\n");
            foreach (var side in (DriftSide[])[difference.From, difference.To])
                text.Append($"    {ShownLine.Of(side.Place())}: {side.Value ?? "(none)"}\n");
        }

        if (drift.Differences.Count > MostDifferences)
            text.Append($"  and {drift.Differences.Count - MostDifferences} more; --format json has them all\n");
    }
}

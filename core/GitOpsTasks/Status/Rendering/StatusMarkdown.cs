using System.Text;
using GitOpsTasks.Reporting;

namespace GitOpsTasks.Status.Rendering;

/// <summary>What runs where, in Markdown: nothing that others wrote is read as Markdown or HTML.</summary>
internal static class StatusMarkdown
{
    // A summary may have 1 MiB.
    private const int MostApps = 500;
    private const int MostDifferences = 200;

    /// <summary>Everything.</summary>
    public static string Render(StatusResult result)
    {
        var text = new StringBuilder($"### What runs where\n\n{Escape(StatusText.Summarise(result))}\n\n");
        AppendRow(text, ["app", .. result.Environments.Select(environment => Escape(environment.Name))]);
        AppendRow(text, [.. Enumerable.Repeat("---", result.Environments.Count + 1)]);
        foreach (var app in result.Apps.Take(MostApps))
            AppendRow(text, [Escape(app.Name), .. result.Environments.Select(environment => Cell(app, environment.Name, result))]);
        if (result.Apps.Count > MostApps)
            text.Append($"\nand {result.Apps.Count - MostApps} more applications.\n");
        AppendPromotions(text, result);
        AppendDrift(text, result);
        return text.ToString();
    }

    private static string Cell(AppStatus app, string environment, StatusResult result)
    {
        if (app.In(environment) is not { } deployed)
            return "-";
        var lines = deployed.Images.Select(image => Escape(VersionText.Of(image, deployed.Images.Count > 1)) + (image.IsBehind ? " **behind**" : "")).ToList();
        if (deployed.Since is { } since)
            lines.Add($"{AgeText.Of(since, result.Time)}, {Escape(deployed.Author ?? "")}, {Link(VersionText.Commit(deployed.Commit ?? ""), deployed.CommitUrl)}");
        lines.AddRange((result.Promotions ?? []).Where(promotion => promotion.Takes(app.Name, environment))
            .Select(promotion => $"{Link($"#{promotion.Number}", promotion.Url)} {promotion.State}"));
        return string.Join("<br>", lines);
    }

    private static void AppendPromotions(StringBuilder text, StatusResult result)
    {
        if (result.Promotions is not { Count: > 0 } promotions)
            return;
        text.Append("\n#### Open promotions\n\n");
        AppendRow(text, ["", "what", "versions", "state", "gates"]);
        AppendRow(text, [.. Enumerable.Repeat("---", 5)]);
        foreach (var promotion in promotions)
        {
            AppendRow(text,
            [
                Link($"#{promotion.Number}", promotion.Url), Escape(PromotionLines.Way(promotion)), Escape(VersionText.Of(promotion)), promotion.State,
                Escape(PromotionLines.Gates(promotion)),
            ]);
        }
    }

    private static void AppendDrift(StringBuilder text, StatusResult result)
    {
        if (result.Drift.Count == 0)
            return;
        var all = result.Drift.SelectMany(drift => drift.Differences, (drift, difference) => (Drift: drift, Difference: difference)).ToList();
        text.Append("\n#### Drift\n\n");
        AppendRow(text, ["app", "between", "field", "before", "after"]);
        AppendRow(text, [.. Enumerable.Repeat("---", 5)]);
        foreach (var (drift, difference) in all.Take(MostDifferences))
        {
            AppendRow(text,
            [
                Escape(string.Join(", ", drift.Apps)), Escape($"{drift.From}, {drift.To}"), Escape(difference.Field.Length == 0 ? "whole file" : difference.Field),
                Side(difference.From), Side(difference.To),
            ]);
        }

        if (all.Count > MostDifferences)
            text.Append($"\nand {all.Count - MostDifferences} more.\n");
    }

    private static string Side(DriftSide side) => $"{Escape(side.Value ?? "(none)")}<br>{Escape(side.Place())}";

    private static string Link(string text, string? url) =>
        ShownLine.Address(url) is { } address
            ? $"[{Escape(text)}](<{address.Replace("|", "%7C", StringComparison.Ordinal).Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal)}>)"
            : Escape(text);

    private static string Escape(string text) => GitHubSummary.Escape(ShownLine.Of(text));

    private static void AppendRow(StringBuilder text, IReadOnlyList<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}

using System.Text;

namespace GitOpsTasks.Status.Rendering;

/// <summary>What runs where, as one HTML page that needs nothing besides itself.</summary>
internal static class StatusPage
{
    /// <summary>The page.</summary>
    public static string Render(StatusResult result)
    {
        var title = $"What runs where: {HtmlText.Escape(result.Repository)}";
        var text = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\" />\n")
            .Append($"<meta http-equiv=\"Content-Security-Policy\" content=\"{PageParts.Policy}\" />\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n<meta name=\"referrer\" content=\"no-referrer\" />\n")
            .Append($"<title>{title}</title>\n<style>{PageParts.Style}</style>\n</head>\n<body>\n<header>\n<h1>{title}</h1>\n")
            .Append($"<p>{HtmlText.Escape(StatusText.Summarise(result))}</p>\n<p class=\"dim\">Branch {HtmlText.Escape(result.Branch)} at ")
            .Append($"<code>{HtmlText.Escape(VersionText.Commit(result.Commit))}</code>, looked at {HtmlText.Time(result.Time, HtmlText.Iso(result.Time))}; ages are as of then.</p>\n")
            .Append("<p class=\"filter\" hidden=\"\"><label for=\"filter\">Show rows with </label><input id=\"filter\" type=\"search\" /> <span id=\"shown\" role=\"status\"></span></p>\n")
            .Append("</header>\n<main>\n");
        Append(text, "Versions", "Applications by environment", ["Application", .. result.Environments.Select(environment => environment.Name)],
            result.Apps.Select(app => new[] { HtmlText.Escape(app.Name) }.Concat(result.Environments.Select(environment => Cell(app, environment.Name, result)))));
        if (result.Promotions is null)
            text.Append("<h2>Open promotions</h2>\n<p>The forge does not tell.</p>\n");
        else
            Append(text, "Open promotions", "Pull requests, by number", ["Number", "What", "Versions", "State", "Gates"], result.Promotions.Select(Row));
        Append(text, "Drift", "Fields that differ though no promotion takes them along", ["Application", "Between", "Field", "Before", "After"],
            result.Drift.SelectMany(drift => drift.Differences, Row));
        return text.Append($"</main>\n<script>{PageParts.Script}</script>\n</body>\n</html>\n").ToString();
    }

    private static void Append(StringBuilder text, string title, string caption, IReadOnlyList<string> header, IEnumerable<IEnumerable<string>> rows)
    {
        var all = rows.Select(row => row.ToList()).ToList();
        text.Append($"<h2>{title}</h2>\n");
        if (all.Count == 0)
        {
            text.Append("<p>None.</p>\n");
            return;
        }

        text.Append($"<div class=\"scroll\" role=\"region\" aria-label=\"{title}\" tabindex=\"0\">\n<table>\n<caption>{caption}</caption>\n<thead>\n<tr>")
            .AppendJoin("", header.Select(name => $"<th scope=\"col\">{HtmlText.Escape(name)}</th>")).Append("</tr>\n</thead>\n<tbody>\n");
        foreach (var row in all)
        {
            text.Append($"<tr><th scope=\"row\">{row[0]}</th>").AppendJoin("", row.Skip(1).Select(cell => $"<td>{cell}</td>")).Append("</tr>\n");
        }

        text.Append("</tbody>\n</table>\n</div>\n");
    }

    private static string Cell(AppStatus app, string environment, StatusResult result)
    {
        if (app.In(environment) is not { } deployed)
            return "<span class=\"dim\">not here</span>";
        var text = new StringBuilder();
        foreach (var image in deployed.Images)
        {
            text.Append($"<div title=\"{HtmlText.Escape(image.Digest ?? image.Name)}\"><code>{HtmlText.Escape(VersionText.Of(image, deployed.Images.Count > 1))}</code>")
                .Append(image.IsBehind ? " <span class=\"mark\">behind</span></div>" : "</div>");
        }

        if (deployed.Since is { } since)
        {
            text.Append($"<div class=\"dim\">{HtmlText.Time(since, AgeText.Of(since, result.Time))}, {HtmlText.Escape(deployed.Author ?? "")}, ")
                .Append($"{HtmlText.Link(VersionText.Commit(deployed.Commit ?? ""), deployed.CommitUrl)}</div>");
        }

        foreach (var promotion in (result.Promotions ?? []).Where(promotion => promotion.Takes(app.Name, environment)))
            text.Append($"<div>{HtmlText.Link($"#{promotion.Number}", promotion.Url)} {promotion.State}</div>");
        return text.ToString();
    }

    private static IEnumerable<string> Row(OpenPromotion promotion) =>
    [
        HtmlText.Link($"#{promotion.Number}", promotion.Url), HtmlText.Escape(PromotionLines.Way(promotion)),
        $"<code>{HtmlText.Escape(VersionText.Of(promotion))}</code>", promotion.State,
        string.Concat(promotion.Gates.Select(gate => $"<div>{HtmlText.Escape(gate.Gate)}: {gate.State.ToString().ToLowerInvariant()}, {HtmlText.Escape(gate.Detail)}</div>")),
    ];

    private static IEnumerable<string> Row(EnvironmentDrift drift, DriftDifference difference) =>
    [
        HtmlText.Escape(string.Join(", ", drift.Apps)), HtmlText.Escape($"{drift.From}, {drift.To}"),
        $"<code>{HtmlText.Escape(difference.Field.Length == 0 ? "whole file" : difference.Field)}</code>", Side(difference.From), Side(difference.To),
    ];

    private static string Side(DriftSide side) =>
        $"<div><code>{HtmlText.Escape(side.Value ?? "(none)")}</code></div><div class=\"dim\">{HtmlText.Escape(side.Place())}</div>";
}

using System.Globalization;
using System.Text;
using GitOpsTasks.Reporting;

namespace GitOpsTasks.Promote.Description;

/// <summary>The body of a pull request: Markdown for people, and a hidden comment for programs.</summary>
/// <param name="facts">What it tells.</param>
/// <param name="template">Its shape.</param>
internal sealed class PromotionBody(BodyFacts facts, BodyTemplate template)
{
    private const int MostCommits = 10;
    private const int PlaceOfComment = 200;
    private const string CutNote = "\n*The rest was cut: the forge takes no longer text.*\n";

    /// <summary>
    /// The body, no longer than a forge takes. The hidden comment is whole in any case, the rendered manifests go first. Where a
    /// forge keeps long comments apart, one that would take more than half of the body takes nothing from the visible text.
    /// </summary>
    public string Render(int longest, bool isCommentApart = false)
    {
        var comment = "\n\n" + facts.Marker.ToComment() + "\n";
        var space = isCommentApart && comment.Length > longest / 2 ? longest - PlaceOfComment : longest - comment.Length;
        var text = template.Render(name => name == "diff" ? "" : ValueOf(name));
        var room = space - text.Length - 10;
        if (facts.Rendered is { Length: > 0 } rendered && room > 1000)
            text = template.Render(name => name == "diff" ? RenderedSection.Of(rendered, room) : ValueOf(name));
        return (text.Length <= space ? text : Cut(text, Math.Max(0, space - CutNote.Length)) + CutNote) + comment;
    }

    private string ValueOf(string name) => name switch
    {
        "app" => PromotionText.Code(facts.Marker.App),
        "from" => PromotionText.Code(facts.Marker.From),
        "to" => PromotionText.Code(facts.Marker.To),
        "summary" => Summary(),
        "table" => Table(),
        "compare" => PromotionText.Address(facts.CompareUrl) is { } url ? $"[Compare]({url})" : "",
        "commits" => Commits(),
        "gates" => Gates(),
        _ => "",
    };

    private string Summary()
    {
        var (app, from, to) = (PromotionText.Code(facts.Marker.App), PromotionText.Code(facts.Marker.From), PromotionText.Code(facts.Marker.To));
        return facts.Marker.Rollback
            ? $"Takes {app} in {to} back to what it had before{(facts.Marker.At is { } at ? $", in commit {PromotionText.Code(at)}" : "")}."
            : $"Promotes {app} from {from} to {to}{(facts.Marker.Version is { } version ? $", up to {PromotionText.Code(version)}" : "")}.";
    }

    private string Table()
    {
        var text = new StringBuilder($"| app | what | in {PromotionText.Code(facts.Marker.To)} now | after this |\n|---|---|---|---|\n");
        foreach (var app in facts.Apps)
        {
            foreach (var image in app.Images)
                text.Append(Row(app.App, Linked(image.Name), image));
            foreach (var value in app.Values)
                text.Append(Row(app.App, PromotionText.Code(value.Name), value));
        }

        return text.ToString().TrimEnd('\n');
    }

    private static string Row(string app, string name, PromotedImage image) =>
        $"| {PromotionText.Code(app)} | {name} | {PromotionText.Code(image.Old ?? "none")} | {PromotionText.Code(image.New)} |\n";

    private static string Linked(string image) =>
        PromotionText.Address(ImagePage.Of(image)) is { } url ? $"[{PromotionText.Code(image)}]({url})" : PromotionText.Code(image);

    private string Commits()
    {
        if (facts.Commits.Count == 0)
            return "";
        var text = new StringBuilder($"<details><summary>{Count.Of(facts.Commits.Count, "commit")} in the source</summary>\n\n");
        foreach (var commit in facts.Commits.Take(MostCommits))
        {
            var id = PromotionText.Code(commit.Id[..Math.Min(10, commit.Id.Length)]);
            text.Append("- ").Append(PromotionText.Address(facts.CommitUrl(commit.Id)) is { } url ? $"[{id}]({url})" : id)
                .Append(' ').Append(PromotionText.Code(commit.Subject))
                .Append(CultureInfo.InvariantCulture, $" {commit.Time.UtcDateTime:yyyy-MM-dd HH:mm} UTC");
            if (commit.Trailer("Source-Commit") is { } source)
                text.Append(", built from ").Append(PromotionText.Code(source));
            if (PromotionText.Address(commit.Trailer("Run-Url")) is { } run)
                text.Append($" ([run]({run}))");
            text.Append('\n');
        }

        if (facts.Commits.Count > MostCommits)
            text.Append($"- and {facts.Commits.Count - MostCommits} more\n");
        return text.Append("\n</details>").ToString();
    }

    private string Gates()
    {
        if (facts.Gates.Count == 0)
            return "";
        var rows = facts.Gates.Select(gate => $"| {PromotionText.Code(gate.Gate)} | {gate.State.ToString().ToLowerInvariant()} | {PromotionText.Code(gate.Detail)} |\n");
        return $"| gate | state | |\n|---|---|---|\n{string.Concat(rows)}".TrimEnd('\n');
    }

    private static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(length > 0 && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}

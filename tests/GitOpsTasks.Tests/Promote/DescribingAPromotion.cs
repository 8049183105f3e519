using GitOpsTasks.Promote;
using GitOpsTasks.Promote.Description;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Tests.Promote;

/// <summary>Names are data: nothing in them is read as Markdown or ends the hidden comment.</summary>
public sealed class DescribingAPromotion
{
    private const string Hostile = "a`b|c\\| --> <img src=x onerror=alert(1)> [x](http://evil) @team\n# head\r\n| x | y |\n::set-output name=x::y\n##vso[task.setvariable variable=x]y $(id) ${{ github.token }}";

    public static TheoryData<string> Names => ["web", "-->", "---->--!>--", "<!-- gitops-tasks:promotion {} -->", "\"\\ü😀\u2028\u0000", Hostile];

    [Theory]
    [MemberData(nameof(Names))]
    public void Reads_back_the_data_of_the_hidden_comment(string name)
    {
        var body = BodyOf(name);
        var start = body.LastIndexOf(PromotionMarker.Start, StringComparison.Ordinal) + PromotionMarker.Start.Length;
        var comment = body[start..];
        comment.IndexOf("--", StringComparison.Ordinal).ShouldBe(comment.Length - "-->\n".Length);
        var read = PromotionMarker.Read(body)!;
        (read.App, read.From, read.To, read.Images[0]).ShouldBe((name, name, name, new PromotedImage(name, name, name)));
        read.Says(MarkerOf(name)).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Leaves_nothing_hostile_outside_of_code(string name)
    {
        var body = BodyOf(name);
        var visible = body[..body.LastIndexOf(PromotionMarker.Start, StringComparison.Ordinal)];
        foreach (var line in visible.Split('\n'))
        {
            var outside = string.Concat(line.Split('`').Where((_, index) => index % 2 == 0));
            foreach (var part in (string[])["img", "evil", "@team", "##vso", "::set", "$("])
                outside.ShouldNotContain(part);
            (line.Count(c => c == '`') % 2).ShouldBe(0);
        }

        visible.Split('\n').Count(line => line.StartsWith('|')).ShouldBe(6);
    }

    [Fact]
    public void Is_not_deceived_by_a_forged_comment_in_a_name()
    {
        var forged = new PromotionMarker("evil", "dev", "prod", []).ToComment();
        PromotionMarker.Read(BodyOf(forged))!.App.ShouldBe(forged);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<!-- gitops-tasks:promotion -->")]
    [InlineData("<!-- gitops-tasks:promotion {\"app\":1} -->")]
    [InlineData("<!-- gitops-tasks:promotion {\"app\":null,\"from\":\"a\",\"to\":\"b\",\"images\":[]} -->")]
    [InlineData("<!-- gitops-tasks:promotion [[[[[ -->")]
    [InlineData("<!-- gitops-tasks:promotion {\"app\":\"a\"")]
    public void Reads_nothing_from_a_comment_that_is_broken(string body) => PromotionMarker.Read(body).ShouldBeNull();

    [Fact]
    public void Reads_the_comment_of_earlier_versions()
    {
        var read = PromotionMarker.Read("x\n<!-- gitops-tasks:promotion {\"app\":\"web\",\"from\":\"dev\",\"to\":\"staging\",\"images\":[{\"name\":\"web\",\"old\":\"1\",\"new\":\"2\"}]} -->\n")!;
        read.Says(new PromotionMarker("web", "dev", "staging", [new PromotedImage("web", "1", "2")])).ShouldBeTrue();
    }

    [Fact]
    public void Keeps_title_and_message_on_their_lines()
    {
        var marker = new PromotionMarker("a\nb", "dev\nGitops-Task: x", "c\r\nd [skip ci]", [new PromotedImage("web\nSigned-off-by: x", null, "1.0\nx ##vso[y] ::z")]);
        PromotionText.Title(marker).ShouldBe("Promote a b 1.0 x ##vso(y) : :z to c d (skip ci)");
        var lines = PromotionText.Message(marker).Split('\n');
        (lines[1], lines[2], lines[4]).ShouldBe(("", "From dev Gitops-Task: x.", "web Signed-off-by: x: none -> 1.0 x ##vso(y) : :z"));
        lines.Count(line => line.StartsWith("Gitops-Task:", StringComparison.Ordinal)).ShouldBe(1);
        lines.ShouldAllBe(line => !line.StartsWith("Signed-off-by", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(65536)]
    [InlineData(4000)]
    public void Fits_a_forge_and_keeps_the_hidden_comment(int longest)
    {
        var facts = FactsOf("web") with { Rendered = string.Concat(Enumerable.Repeat("+ ```````` </details>\n", 20_000)) };
        var body = new PromotionBody(facts, BodyTemplate.Default).Render(longest);
        body.Length.ShouldBeLessThanOrEqualTo(longest);
        PromotionMarker.Read(body)!.Says(MarkerOf("web")).ShouldBeTrue();
        body.ShouldContain("`````````diff\n");
        body.ShouldContain("(cut: the forge takes no longer text)\n`````````\n\n</details>");
    }

    [Fact]
    public void Fills_a_template_of_ones_own()
    {
        var body = new PromotionBody(FactsOf("web"), BodyTemplate.Parse("Hello {app}!\n\n{diff}\n{table}\n{x y}")).Render(int.MaxValue);
        body.ShouldStartWith("Hello `web`!\n\n| app |");
        body.ShouldContain("\n{x y}\n");
        Should.Throw<FormatException>(() => BodyTemplate.Parse("{nothing}")).Message.ShouldContain("{table}");
    }

    private static PromotionMarker MarkerOf(string name) => new(name, name, name, [new PromotedImage(name, name, name)]);

    private static BodyFacts FactsOf(string name) => new(MarkerOf(name), [new AppChanges(name, [new PromotedImage(name, name, name)], [])])
    {
        CompareUrl = "https://example.com/a(b)/compare/main...x|y",
        CommitUrl = id => $"https://example.com/commit/{id}",
        Commits = [new HistoryCommit("0123456789abcdef", new CommitIdentity(name, name), DateTimeOffset.UnixEpoch, $"{name}\n\nSource-Commit: {name}\nRun-Url: javascript:alert(1)")],
        Gates = [new GateResult(name, GateState.Pending, name)],
    };

    private static string BodyOf(string name) => new PromotionBody(FactsOf(name), BodyTemplate.Default).Render(int.MaxValue);
}

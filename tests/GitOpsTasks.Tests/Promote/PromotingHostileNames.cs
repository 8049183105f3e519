using GitOpsTasks.Git;
using GitOpsTasks.Promote;
using GitOpsTasks.Promote.Editing;

namespace GitOpsTasks.Tests.Promote;

/// <summary>Names of folders, images and versions that mean something to shells, CI systems, Markdown and HTML.</summary>
public sealed class PromotingHostileNames : GitHubPromotion
{
    public static TheoryData<string> Names =>
    [
        "$(touch canary)", "`touch canary`;touch canary", "--upload-pack=x", "##vso[task.setvariable variable=a]b", "::set-output name=a::b", "<img src=x onerror=alert(1)>",
        "a'b\"c", "x --> y", "[link](http:evil)", "@team", "a..b~^:?*[", "ends.lock", "${{ github.token }}", "|x|y|",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Are_data_everywhere(string app)
    {
        const string Version = "'1.5.0 $(touch canary) ##vso[x]y ::error::z <b> | `q` @team'";
        var image = $"images:\n- name: web\n  newTag: ";
        await Remote.GitAsync("config", "core.protectNTFS", "false");
        await CommitAsync($"apps/{app}/overlays/dev/kustomization.yaml", $"{image}{Version}\n");
        await CommitAsync($"apps/{app}/overlays/staging/kustomization.yaml", image + "1.4.0\n");
        var outcome = await TryPromoteAsync(("app", app), ("label", app));
        var promotion = ((PromoteResult)outcome.UntypedResult!).Promotions.ShouldHaveSingleItem(string.Join('\n', outcome.Diagnostics));
        promotion.State.ShouldBe(PromotionState.Opened);
        BranchName.IsValid(promotion.Branch!).ShouldBeTrue();
        promotion.Branch!.ShouldMatch("^gitops/promote/[A-Za-z0-9._-]+-to-staging$");
        (await Remote.NumstatAsync("main", promotion.Branch!)).Count.ShouldBe(1);
        Pull.Labels.ShouldBe([app]);
        foreach (var text in (string[])[Pull.Title, PromoteTask.Describe(promotion), PromotionReport.Render(new PromoteResult([promotion]))])
        {
            text.ShouldNotContain("##vso[");
            text.ShouldNotContain("::");
        }

        foreach (var line in Pull.Body![..Pull.Body!.LastIndexOf(PromotionMarker.Start, StringComparison.Ordinal)].Split('\n'))
        {
            var outside = string.Concat(line.Split('`').Where((_, index) => index % 2 == 0));
            foreach (var part in (string[])["<img", "[link]", "@team", "##vso", "::", "$(", "<b>", "${{"])
                outside.ShouldNotContain(part);
        }

        File.Exists(Place.PathOf("canary")).ShouldBeFalse();
        (await TryPromoteAsync(("app", app), ("label", app))).Outputs.Single(output => output.Key.Name == "changed").Value.ShouldBe("false");
    }

    [Theory]
    [InlineData("web", "web")]
    [InlineData("a.b_c-d", "a.b_c-d")]
    public void Stay_in_branches_where_they_are_plain(string name, string part) => BranchPart.Of(name).ShouldBe(part);

    private async Task CommitAsync(string path, string content)
    {
        var blob = (await Remote.TryGitAsync(["hash-object", "-w", "--stdin"], System.Text.Encoding.UTF8.GetBytes(content))).Text;
        var quoted = "\"" + path.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
        var script = $"commit refs/heads/main\ncommitter T <t@example.com> 1700000000 +0000\ndata 1\nx\nfrom refs/heads/main^0\nM 100644 {blob} {quoted}\n";
        (await Remote.TryGitAsync(["fast-import", "--quiet"], System.Text.Encoding.UTF8.GetBytes(script))).Succeeded.ShouldBeTrue();
    }
}

using GitOpsTasks.Contracts;
using GitOpsTasks.Parts;
using GitOpsTasks.Status;
using GitOpsTasks.Tests.Git;
using GitOpsTasks.Tests.Promote;

namespace GitOpsTasks.Tests.Status;

/// <summary>Where there is no token, no forge, or no remote at all.</summary>
public sealed class TellingWithoutAForge : GitHubPromotion
{
    protected override EngineContext Context => Place.Context(("GITHUB_SERVER_URL", GitHub.Url), ("GITHUB_API_URL", GitHub.ApiUrl)) with { Time = Time };

    [Theory]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(null)]
    public async Task Leaves_open_promotions_out_with_a_note(int? status)
    {
        if (status is { } refused)
            GitHub.Fail("GET", "/pulls$", refused, body: "Not Found");
        // Git has credentials of its own, the API has none; a folder on disk is on no forge that is called github.
        await File.WriteAllTextAsync(
            Path.Combine(Place.Home, ".gitconfig"), $"[credential]\n\thelper = \"!f() {{ echo username=x; echo password={GitHub.Token}; }}; f\"\n", Token);
        Place.Write("gitops.yaml", "apiVersion: gitops-tasks/v1\nconfig: { forge: github }\n");
        var outcome = await StatusTask.Declaration.RunAsync(new InputValues().Add("repository", status is null ? Remote.FullPath : Address), Context, Token);
        outcome.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', outcome.Diagnostics));
        var note = outcome.Diagnostics.ShouldHaveSingleItem();
        (note.Code, note.Severity).ShouldBe((StatusCodes.PromotionsUnknown, Severity.Note));
        var result = (StatusResult)outcome.UntypedResult!;
        result.Promotions.ShouldBeNull();
        result.Apps.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Asks_for_them_without_a_token_where_everybody_may_read()
    {
        await File.WriteAllTextAsync(
            Path.Combine(Place.Home, ".gitconfig"), $"[credential]\n\thelper = \"!f() {{ echo username=x; echo password={GitHub.Token}; }}; f\"\n", Token);
        var outcome = await StatusTask.Declaration.RunAsync(new InputValues().Add("repository", Address), Context, Token);
        outcome.Diagnostics.ShouldBeEmpty();
        ((StatusResult)outcome.UntypedResult!).Promotions.ShouldBe([]);
    }

    [Fact]
    public async Task Reads_a_checkout_that_came_from_nowhere()
    {
        var git = new HermeticGit(Place.Home);
        await git.RunAsync(Place.Folder, ["clone", "--quiet", Remote.FullPath, "here"]);
        var here = Place.PathOf("here");
        await git.RunAsync(here, ["remote", "remove", "origin"]);
        var outcome = await StatusTask.Declaration.RunAsync(new InputValues(), Context with { Directory = here }, Token);
        outcome.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', outcome.Diagnostics));
        ((StatusResult)outcome.UntypedResult!).Apps.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Reads_the_origin_of_a_checkout()
    {
        var git = new HermeticGit(Place.Home);
        await git.RunAsync(Place.Folder, ["clone", "--quiet", Remote.FullPath, "here"]);
        await SetAsync("dev", "1.9.0");
        var outcome = await StatusTask.Declaration.RunAsync(new InputValues().Add("app", "web"), Context with { Directory = Place.PathOf("here") }, Token);
        ((StatusResult)outcome.UntypedResult!).Apps.Single().In("dev")!.Images.Single().Tag.ShouldBe("1.9.0");
    }
}

using System.Collections.Concurrent;
using GitOpsTasks.Contracts;
using GitOpsTasks.Git;
using GitOpsTasks.Processes;
using GitOpsTasks.Promote;

namespace GitOpsTasks.Tests.Promote;

/// <summary>
/// Names, versions, branches and commits of others that mean something to shells, CI systems, Markdown, HTML and git: data in logs,
/// outputs, pull requests, commits and commands, on every forge.
/// </summary>
public abstract class PromotingHostileText : PromotedRepository
{
    private readonly ConcurrentQueue<ProcessCommand> _commands = [];

    /// <summary>The world of the forge.</summary>
    protected abstract EngineContext World { get; }

    /// <summary>What people see of the pull request.</summary>
    protected abstract (string Title, string Body, IReadOnlyList<string> Comments) Shown { get; }

    public static TheoryData<string> Names => [.. PromotingHostileNames.Names.Select(name => name.Data), "[skip ci] x", "line\nGitops-Task: x"];

    /// <summary>Versions as YAML writes them.</summary>
    public static TheoryData<string> Versions =>
    [
        "\"1.5.0\\n::set-output name=a::b\\n##vso[task.complete]x\"", "'1.5.0 ##vso[task.complete result=Failed]x ::error::y <b> @team'",
        "\"1.5.0\\e[2J\\u2028::error::x\"", "'$(touch canary)'", "1.5.0`touch${IFS}canary`", "'--upload-pack=touch canary'", "'1.5.0 --> <img src=x onerror=alert(1)> [link](http:evil)'",
    ];

    protected override EngineContext Context
    {
        get
        {
            var world = World;
            return world with
            {
                RunProcess = (command, cancellationToken) =>
                {
                    _commands.Enqueue(command);
                    return world.RunProcess(command, cancellationToken);
                },
                StartProcess = (command, cancellationToken) =>
                {
                    _commands.Enqueue(command);
                    return world.StartProcess(command, cancellationToken);
                },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Is_data_in_the_name_of_an_application(string app)
    {
        await Remote.GitAsync("config", "core.protectNTFS", "false");
        await HostileText.CommitAsync(Remote, "main", $"apps/{app}/overlays/dev/kustomization.yaml", "images:\n- name: web\n  newTag: 1.5.0\n");
        await HostileText.CommitAsync(Remote, "main", $"apps/{app}/overlays/staging/kustomization.yaml", "images:\n- name: web\n  newTag: 1.4.0\n");
        await ShouldBeInertAsync(await TryPromoteAsync(("app", app)), mayFail: app.Contains('\n', StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Is_data_in_a_version(string version)
    {
        await SetAsync("dev", version);
        await ShouldBeInertAsync(await TryPromoteAsync(("app", "web")), mayFail: true);
    }

    [Theory]
    [InlineData("$(touch${IFS}canary)`id`'\"<b>&;|#vso")]
    [InlineData("x/a#b&c=d+e")]
    [InlineData("##vso]x@team-->y/<img")]
    public async Task Is_data_in_the_name_of_the_branch(string branch)
    {
        BranchName.IsValid(branch).ShouldBeTrue();
        await Remote.GitAsync("branch", branch, "main");
        await ShouldBeInertAsync(await TryPromoteAsync(("app", "web"), ("branch", branch)), mayFail: false, branch);
    }

    [Fact]
    public async Task Is_data_in_commits_of_the_source()
    {
        await HostileText.CommitAsync(Remote, "main", "apps/web/overlays/dev/kustomization.yaml", Overlay("web", "1.6.0"), HostileText.Message, "::error::x ##vso[task.complete]y <img@example.com>");
        await ShouldBeInertAsync(await TryPromoteAsync(("app", "web")), mayFail: false);
        Shown.Body.ShouldContain("touch canary");
    }

    [Fact]
    public async Task Is_data_in_commits_of_people_on_its_branch()
    {
        await PromoteWebAsync();
        await HostileText.CommitAsync(Remote, Branch, "##vso[task.complete]::x/$(touch canary)<b>.md", "x", HostileText.Message, "::error::x ##vso[task.complete]y <img@example.com>");
        await SetAsync("dev", "1.6.0");
        var outcome = await TryPromoteAsync(("app", "web"));
        outcome.Diagnostics.ShouldContain(found => found.Code == PromoteCodes.CommitsOfOthers);
        await ShouldBeInertAsync(outcome, mayFail: false);
        HostileText.ShouldBeInertInMarkdown(Shown.Comments.ShouldHaveSingleItem());
    }

    [Fact]
    public async Task Is_data_in_the_name_of_a_person()
    {
        var outcome = await TryPromoteAsync(("app", "web"), ("reviewer", HostileText.Line));
        outcome.Diagnostics.ShouldContain(found => found.Message.Contains("touch canary", StringComparison.Ordinal), string.Join('\n', outcome.Diagnostics));
        await ShouldBeInertAsync(outcome, mayFail: false);
    }

    [Fact]
    public async Task Is_refused_in_the_name_of_a_group()
    {
        var outcome = await TryPromoteAsync(("group", HostileText.Line));
        outcome.ExitCode.ShouldBe(ExitCode.Usage);
        await ShouldBeInertAsync(outcome, mayFail: true);
    }

    private async Task ShouldBeInertAsync(TaskOutcome outcome, bool mayFail, string baseBranch = "main")
    {
        HostileText.ShouldBeInertInLogs(outcome);
        File.Exists(Place.PathOf("canary")).ShouldBeFalse();
        foreach (var command in _commands)
        {
            Path.GetFileNameWithoutExtension(command.FileName).ShouldNotBeOneOf("sh", "bash", "cmd", "pwsh", "powershell");
            command.Arguments.ShouldAllBe(argument => !argument.StartsWith("--upload-pack", StringComparison.Ordinal));
        }

        if (mayFail && outcome.ExitCode != ExitCode.Done)
            return;
        outcome.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', outcome.Diagnostics));
        var promotion = ((PromoteResult)outcome.UntypedResult!).Promotions.ShouldHaveSingleItem();
        HostileText.ShouldBeInertInOutputs(outcome, 1);
        if (mayFail && promotion.State == PromotionState.NothingToPromote)
            return;
        promotion.State.ShouldBeOneOf(PromotionState.Opened, PromotionState.Updated);
        promotion.Branch!.ShouldMatch("^gitops/promote/[A-Za-z0-9._-]+-to-staging$");
        (await Remote.NumstatAsync(baseBranch, promotion.Branch!)).Count.ShouldBeGreaterThan(0);
        await HostileText.ShouldBeInertInMessageAsync(Remote, promotion.Branch!);
        HostileText.ShouldBeInertInMarkdown(Shown.Body);
        Shown.Title.ShouldNotContain("##vso[");
        Shown.Title.ShouldNotContain("::");
        Shown.Title.Split('\n', '\r').Length.ShouldBe(1);
        (await Remote.TryGitAsync(["check-ref-format", $"refs/heads/{promotion.Branch}"])).Succeeded.ShouldBeTrue();
    }
}

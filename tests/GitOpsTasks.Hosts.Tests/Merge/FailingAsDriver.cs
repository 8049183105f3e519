namespace GitOpsTasks.Hosts.Tests.Merge;

/// <summary>Nothing that goes wrong in the driver may make git keep one side and forget the other.</summary>
public sealed class FailingAsDriver : DrivenRepository
{
    private static readonly string s_ours = With(Base, ("1.0.0", "1.1.0"));
    private static readonly string s_theirs = With(Base, ("1.0.0", "1.2.0"));

    [Theory]
    [InlineData("{ }}", 1)]
    [InlineData("# fine", 1)]
    public async Task Marks_a_file_that_is_no_YAML(string line, int exitCode)
    {
        await StartAsync(s_ours + line + "\n", s_theirs);
        (await TryGitAsync("merge", "--no-edit", "topic")).ExitCode.ShouldBe(exitCode);
        Content().ShouldContain("<<<<<<< ");
        Content().ShouldContain("newTag: 1.1.0");
        Content().ShouldContain("newTag: 1.2.0");
    }

    [Theory]
    [InlineData("/nowhere/gitops")]
    [InlineData("sh -c 'kill -9 $$'")]
    [InlineData("sh -c 'exit 2'")]
    [InlineData("sh -c 'exit 134'")]
    public async Task Leaves_the_merge_to_git_where_it_cannot_run(string program)
    {
        await StartAsync(s_ours, s_theirs);
        await ReplaceProgramAsync(program);
        (await TryGitAsync("merge", "--no-edit", "topic")).ExitCode.ShouldBe(1);
        Content().ShouldContain("<<<<<<< ours\n  newTag: 1.1.0\n=======\n  newTag: 1.2.0\n>>>>>>> theirs\n");
    }

    [Theory]
    [InlineData("0.01")]
    [InlineData("0.05")]
    [InlineData("0.1")]
    [InlineData("0.15")]
    [InlineData("0.2")]
    [InlineData("0.3")]
    public async Task Loses_nothing_where_it_is_killed_at_any_moment(string seconds)
    {
        const string flow = "images:\n- {name: web, newTag: 1.0.0}\n- {name: api, newTag: 2.0.0}\n";
        var both = With(flow, ("1.0.0", "1.1.0"), ("2.0.0", "2.1.0"));
        await StartAsync(With(flow, ("1.0.0", "1.1.0")), With(flow, ("2.0.0", "2.1.0")), flow);
        var driver = await GitAsync("config", "merge.gitops.driver");
        await GitAsync("config", "merge.gitops.driver", $"timeout -s KILL {seconds} {driver}");
        var result = await TryGitAsync("merge", "--no-edit", "topic");
        var content = Content();
        if (result.ExitCode == 0)
        {
            content.ShouldBe(both);
            return;
        }

        // Killed between writing and ending, its result is what git merges then: one conflict fewer, and both changes there too.
        content.ShouldMatch("<<<<<<< (?s:.*- {name: web, newTag: 1.1.0}.*)=======(?s:.*- {name: web, newTag: 1.0.0}.*)>>>>>>> ");
        content.ShouldContain("- {name: api, newTag: 2.1.0}\n");
    }

    [Fact]
    public async Task Prints_nothing_to_standard_output_in_a_workflow_either()
    {
        foreach (var (name, content) in new[] { ("o", Base), ("a", s_ours), ("b", s_theirs) })
            Folder.Write(name, content);
        Folder.Write("output", "");
        var result = await GitOpsInAsync(
            Folder.FullPath, [new("GITHUB_ACTIONS", "true"), new("GITHUB_OUTPUT", Folder.PathOf("output")), new("INPUT_BASE", "main")], "merge-driver", "o", "a", "b", File);
        (result.ExitCode, result.Text, Folder.Read("output")).ShouldBe((1, "", ""));
    }

    [Fact]
    public async Task Leaves_a_clean_merge_to_git_too()
    {
        await StartAsync(With(Base, ("shop", "store")), With(Base, ("2.0.0", "2.1.0")));
        await ReplaceProgramAsync("/nowhere/gitops");
        (await TryGitAsync("merge", "--no-edit", "topic")).ExitCode.ShouldBe(0);
        Content().ShouldBe(With(Base, ("shop", "store"), ("2.0.0", "2.1.0")));
    }

    [Theory]
    [InlineData("--no-such-option")]
    [InlineData("--marker-size", "seven")]
    [InlineData("--higher=maybe")]
    [InlineData("--directory", "/nowhere")]
    public async Task Merges_as_git_does_where_its_options_are_wrong(params string[] options)
    {
        var folder = Folder.FullPath;
        foreach (var (name, content) in new[] { ("o", Base), ("a", s_ours), ("b", s_theirs) })
            Folder.Write(name, content);
        var result = await GitOpsInAsync(folder, ["merge-driver", .. options, "o", "a", "b", "kustomization.yaml"]);
        result.ExitCode.ShouldBe(1, result.Error);
        Folder.Read("a").ShouldContain("<<<<<<< ours\n  newTag: 1.1.0\n=======\n  newTag: 1.2.0\n>>>>>>> theirs\n");
        result.Text.ShouldBeEmpty();
    }

    [Fact]
    public async Task Merges_once_where_its_result_cannot_be_printed()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "writes to /dev/full");
        await StartAsync(s_ours, With(Base, ("2.0.0", "2.1.0")));
        var driver = await GitAsync("config", "merge.gitops.driver");
        await GitAsync("config", "merge.gitops.driver", With(driver, ("-- %O %A %B %P;", "--output json -- %O %A %B %P >/dev/full;")));
        (await TryGitAsync("merge", "--no-edit", "topic")).ExitCode.ShouldBe(1);
        Content().ShouldBe(With(s_ours, ("2.0.0", "2.1.0")));
    }

    private async Task ReplaceProgramAsync(string program)
    {
        var driver = await GitAsync("config", "merge.gitops.driver");
        var at = driver.IndexOf(" merge-driver ", StringComparison.Ordinal);
        await GitAsync("config", "merge.gitops.driver", program + driver[at..]);
    }
}

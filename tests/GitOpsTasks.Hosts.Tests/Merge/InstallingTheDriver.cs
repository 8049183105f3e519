using System.Text.Json;

namespace GitOpsTasks.Hosts.Tests.Merge;

public sealed class InstallingTheDriver : DrivenRepository
{
    private const string Lines =
        "kustomization.yaml merge=gitops\nkustomization.yml merge=gitops\nKustomization merge=gitops\nvalues*.yaml merge=gitops\nvalues*.yml merge=gitops\n.argocd-source*.yaml merge=gitops\n";

    private string Attributes => Path.Combine(Repository, ".gitattributes");

    [Fact]
    public async Task Writes_settings_and_attributes_once()
    {
        await GitAsync("init", "--quiet");
        (await GitOpsAsync("merge-driver", "--install")).ExitCode.ShouldBe(0);
        var (config, attributes) = (Folder.Read(Path.Combine(Repository, ".git/config")), Folder.Read(Attributes));
        attributes.ShouldBe(Lines);
        (await GitAsync("config", "merge.gitops.driver")).ShouldStartWith("/");
        (await GitAsync("config", "merge.gitops.name")).ShouldNotBeEmpty();

        var again = await GitOpsAsync("merge-driver", "--install", "--output", "json");
        using var result = JsonDocument.Parse(again.Output);
        result.RootElement.GetProperty("result").GetProperty("changed").GetBoolean().ShouldBeFalse();
        Folder.Read(Path.Combine(Repository, ".git/config")).ShouldBe(config);
        Folder.Read(Attributes).ShouldBe(attributes);
    }

    [Theory]
    [InlineData("* text=auto\r\n*.png binary", "\r\n")]
    [InlineData("# mine\n\n*.yaml  text \n", "\n")]
    [InlineData("", "\n")]
    public async Task Adds_lines_and_changes_no_byte_of_the_others(string before, string lineEnd)
    {
        await GitAsync("init", "--quiet");
        System.IO.File.WriteAllText(Attributes, before);
        await GitOpsAsync("merge-driver", "--install");
        var ended = before.Length == 0 || before.EndsWith('\n') ? before : before + lineEnd;
        Folder.Read(Attributes).ShouldBe(ended + Lines.Replace("\n", lineEnd, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Keeps_another_driver_and_says_so()
    {
        await GitAsync("init", "--quiet");
        System.IO.File.WriteAllText(Attributes, "kustomization.yaml merge=union\nvalues*.yaml -text merge=gitops\n");
        var result = await GitOpsAsync("merge-driver", "--install");
        result.ExitCode.ShouldBe(0);
        result.Text.ShouldContain("GOT3073");
        Folder.Read(Attributes).ShouldBe("kustomization.yaml merge=union\nvalues*.yaml -text merge=gitops\n" + With(Lines, ("kustomization.yaml merge=gitops\n", ""), ("values*.yaml merge=gitops\n", "")));
    }

    [Fact]
    public async Task Shows_what_it_would_write()
    {
        await GitAsync("init", "--quiet");
        var result = await GitOpsAsync("merge-driver", "--install", "--dry-run", "--higher");
        result.ExitCode.ShouldBe(0);
        result.Text.ShouldContain("--higher");
        result.Text.ShouldContain(".gitattributes: kustomization.yaml merge=gitops");
        System.IO.File.Exists(Attributes).ShouldBeFalse();
        (await TryGitAsync("config", "merge.gitops.driver")).ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task Writes_the_user_settings_where_there_is_no_repository()
    {
        var result = await GitOpsAsync("merge-driver", "--install", "--global");
        result.ExitCode.ShouldBe(0, result.Error);
        Folder.Read(".gitconfig").ShouldContain("merge-driver");
        System.IO.File.Exists(Attributes).ShouldBeFalse();
    }

    [Fact]
    public async Task Needs_a_repository_otherwise()
    {
        var result = await GitOpsAsync("merge-driver", "--install");
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain("GOT3072");
    }

    [Fact]
    public async Task Needs_files_or_the_wish_to_install()
    {
        var result = await GitOpsAsync("merge-driver");
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain("--install");
    }
}

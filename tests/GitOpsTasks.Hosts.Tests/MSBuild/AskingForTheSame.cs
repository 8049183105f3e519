using GitOpsTasks.MSBuild;

namespace GitOpsTasks.Hosts.Tests.MSBuild;

public sealed class AskingForTheSame : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public AskingForTheSame()
    {
        foreach (var folder in (string[])[".git", "src/a", "src/b/deep", "deploy"])
            Directory.CreateDirectory(_folder.PathOf(folder));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Is_one_request_wherever_the_projects_are()
    {
        var a = Request(new GitOpsLint { ProjectDirectory = _folder.PathOf("src/a"), Path = ["../../deploy"], Strict = true });
        Request(new GitOpsLint { ProjectDirectory = _folder.PathOf("src/b/deep"), Path = ["../../../deploy/"], Strict = true }).ShouldBe(a);
        Request(new GitOpsLint { ProjectDirectory = _folder.PathOf("src/b/deep"), Path = ["../../../deploy"] }).ShouldNotBe(a);
    }

    [Fact]
    public void Is_one_request_for_a_promotion_by_the_same_configuration()
    {
        var a = Request(new GitOpsPromote { ProjectDirectory = _folder.PathOf("src/a"), Config = "../../gitops.yaml", From = "dev", To = "prod" });
        Request(new GitOpsPromote { ProjectDirectory = _folder.PathOf("deploy"), Config = "../gitops.yaml", From = "dev", To = "prod" }).ShouldBe(a);
    }

    [Fact]
    public void Leaves_paths_inside_another_repository_as_they_are()
    {
        var a = Request(new GitOpsBump { ProjectDirectory = _folder.PathOf("src/a"), Path = ["deploy"], Repository = "https://github.com/acme/config", Image = ["web:1.0.0"] });
        var b = Request(new GitOpsBump { ProjectDirectory = _folder.FullPath, Path = ["deploy"], Repository = "https://github.com/acme/config", Image = ["web:1.0.0"] });
        b.ShouldBe(a);
        GivenRequest.Decode(a).Texts.Pairs.ShouldContain(KeyValuePair.Create("path", "deploy"));
    }

    [Fact]
    public void Is_a_request_of_its_own_where_the_project_itself_is_meant() =>
        Request(new GitOpsLint { ProjectDirectory = _folder.PathOf("src/a") })
            .ShouldNotBe(Request(new GitOpsLint { ProjectDirectory = _folder.PathOf("deploy") }));

    private static string Request(GitOpsTask task)
    {
        using (task)
        {
            task.BuildEngine = new RecordingEngine();
            task.RequestOnly = true;
            task.Execute().ShouldBeTrue();
            return task.Request!;
        }
    }
}

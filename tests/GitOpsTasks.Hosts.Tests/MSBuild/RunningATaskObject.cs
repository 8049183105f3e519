using GitOpsTasks.MSBuild;

namespace GitOpsTasks.Hosts.Tests.MSBuild;

public sealed class RunningATaskObject : IDisposable
{
    private readonly RecordingEngine _engine = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Fails_without_doing_anything_where_it_was_cancelled_before()
    {
        _folder.Write("web.yaml", Manifests.Deployment("ghcr.io/acme/web:1.0.0"));
        using var task = new GitOpsBump
        {
            BuildEngine = _engine, ProjectDirectory = _folder.FullPath, Image = ["ghcr.io/acme/web:1.1.0"],
        };
        task.Cancel();
        task.Execute().ShouldBeFalse();
        _engine.Errors.Single().Code.ShouldBe("GOT1007");
        _folder.Read("web.yaml").ShouldBe(Manifests.Deployment("ghcr.io/acme/web:1.0.0"));
    }

    [Fact]
    public void Takes_the_project_directory_and_sets_outputs()
    {
        _folder.Write("web.yaml", Manifests.Deployment("ghcr.io/acme/web:1.0.0"));
        using var task = new GitOpsBump
        {
            BuildEngine = _engine, ProjectDirectory = _folder.FullPath, Image = ["ghcr.io/acme/web:1.1.0"], Branch = "main",
        };
        task.Execute().ShouldBeTrue(string.Join('\n', _engine.Errors.Select(error => error.Message)));
        task.Changed.ShouldBeTrue();
        task.Files.ShouldBe(["web.yaml"]);
        task.Branch.ShouldBeEmpty();
    }

    [Fact]
    public void Names_the_file_of_a_finding_by_its_place_on_disk()
    {
        _folder.Write("deploy/config.yaml", Manifests.DuplicateKey);
        using var task = new GitOpsLint { BuildEngine = _engine, ProjectDirectory = _folder.FullPath, Path = ["deploy"] };
        task.Execute().ShouldBeFalse();
        var error = _engine.Errors.Single();
        (error.File, error.LineNumber, error.ColumnNumber).ShouldBe((_folder.PathOf("deploy/config.yaml"), 5, 3));
    }

    [Fact]
    public void Fails_with_an_error_of_its_own_where_strict_mode_fails_on_warnings()
    {
        _folder.Write("kustomization.yaml", "resources:\n  - ../elsewhere\n");
        using var lint = new GitOpsLint { BuildEngine = _engine, ProjectDirectory = _folder.FullPath };
        lint.Execute().ShouldBeTrue();
        _engine.Warnings.Single().Code.ShouldBe("GOT2112");

        using var strict = new GitOpsLint { BuildEngine = _engine, ProjectDirectory = _folder.FullPath, Strict = true };
        strict.Execute().ShouldBeFalse();
        _engine.Errors.Single().Code.ShouldBe("GOT1040");
    }
}

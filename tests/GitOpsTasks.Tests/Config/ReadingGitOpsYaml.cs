using GitOpsTasks.Config;
using GitOpsTasks.Contracts;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Tests.Config;

public sealed class ReadingGitOpsYaml
{
    [Fact]
    public void Takes_every_value_of_the_first_example()
    {
        var config = Reading.Config(RepositoryFiles.YamlExamples("docs/configuration.md", "apiVersion")[0]["apiVersion: gitops-tasks/v1\n".Length..]);
        config.Config.ShouldBe(new ConfigLocation { Repository = "https://github.com/acme/gitops", Branch = "main" });
        config.Images["web"].Repository.ShouldBe("ghcr.io/acme/web");
        config.Images["web"].Context.ShouldBe("src/web");
        config.Images["web"].Platforms.ShouldBe(["linux/amd64", "linux/arm64"]);
        config.Images["web"].Tags.ShouldBe(["type=sha", "type=semver,pattern={{version}}"]);
        config.Apps["web"].ShouldBe(new AppConfig { Spec = "config/web.yaml", Image = "web", Path = "apps/web" });
        config.Environments.Select(e => e.Name).ShouldBe(["dev", "staging", "prod"]);
        config.Environment("prod")!.From.ShouldBe("staging");
        config.Environment("prod")!.Soak.ShouldBe(TimeSpan.FromHours(24));
        config.Environment("prod")!.Reviewers.ShouldBe(["sre"]);
        config.Environment("dev")!.By.ShouldBe(PromotionWay.Push);
        config.Lint.ShouldBe(new LintConfig { Preset = "gitops", Yamllint = ".yamllint" });
        config.EnvironmentPath(config.Environments[0], "web").ShouldBe("apps/web/overlays/dev");
    }

    [Fact]
    public void Takes_every_value_of_a_layers_image()
    {
        var image = Reading.Config(RepositoryFiles.YamlExamples("docs/configuration.md", "apiVersion")[1]["apiVersion: gitops-tasks/v1\n".Length..]).Images["web"];
        image.Layers.Layers.ShouldBe([new LayerConfig("publish", "/app")]);
        image.Layers.Entrypoint.ShouldBe(["/app/web", "--urls", "http://+:8080"]);
        image.Layers.User.ShouldBe("1654");
        image.Layers.Workdir.ShouldBe("/app");
        image.Layers.Env["DOTNET_EnableDiagnostics"].ShouldBe("0");
        image.Layers.Ports.ShouldBe(["8080"]);
        image.Labels["org.opencontainers.image.source"].ShouldBe("https://example.com/web");
        image.Layout.ShouldBe("out/web");
    }

    [Fact]
    public void Has_defaults_for_all_but_the_version()
    {
        var config = Reading.Config("environments: [{name: dev}, {name: prod, from: dev}]\n");
        config.Config.ShouldBe(new ConfigLocation { Branch = "main", Forge = ForgeChoice.Auto });
        config.Images.ShouldBeEmpty();
        config.Environments[0].By.ShouldBe(PromotionWay.Push);
        config.Environments[1].By.ShouldBe(PromotionWay.PullRequest);
        config.EnvironmentPath(config.Environments[1], "api").ShouldBe("apps/api/overlays/prod");
    }

    [Fact]
    public void Follows_aliases_and_keeps_the_order_of_names()
    {
        var config = Reading.Config("images:\n  z: &i {repository: acme/z}\n  a: *i\n");
        config.Images.Keys.ShouldBe(["z", "a"]);
        config.Images["a"].Repository.ShouldBe("acme/z");
    }

    [Fact]
    public void Takes_values_as_they_are_written_where_quotes_do_not_matter() =>
        Reading.Config("images: {w: {repository: w, base: b, env: {A: 1.10, B: yes, C: 0x1F, D: 'x'}}}\n").Images["w"].Layers.Env.Values
            .ShouldBe(["1.10", "yes", "0x1F", "x"]);

    [Theory]
    [InlineData("90s", 90)]
    [InlineData("30m", 1800)]
    [InlineData("1d12h", 129600)]
    [InlineData("1h30m", 5400)]
    public void Reads_durations(string text, int seconds) =>
        DurationText.Parse(text).ShouldBe(TimeSpan.FromSeconds(seconds));

    [Fact]
    public async Task Loads_it_from_the_contexts_directory()
    {
        using var folder = new Folder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "gitops.yaml"), "apiVersion: gitops-tasks/v1\n");
        var config = await GitOpsConfigFile.LoadAsync(folder.Context);
        config.Directory.ShouldBe(folder.Path);
        config.Resolve("a/b").ShouldBe(Path.Combine(folder.Path, "a", "b"));
    }

    [Fact]
    public async Task Says_what_to_do_where_there_is_none()
    {
        using var folder = new Folder();
        var failure = await Should.ThrowAsync<TaskFailedException>(GitOpsConfigFile.LoadAsync(folder.Context, "no/such.yaml"));
        failure.ExitCode.ShouldBe(ExitCode.Usage);
        failure.Message.ShouldStartWith("error GOT1004: There is no file 'no/such.yaml'.");
        (await GitOpsConfigFile.LoadIfPresentAsync(folder.Context)).ShouldBeNull();
    }

    [Fact]
    public async Task Refuses_a_file_that_is_too_large()
    {
        using var folder = new Folder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "gitops.yaml"), "# " + new string('x', 2 * 1024 * 1024));
        var failure = await Should.ThrowAsync<TaskFailedException>(GitOpsConfigFile.LoadAsync(folder.Context));
        failure.Diagnostics.Single().Code.ShouldBe("GOT2002");
    }

    private sealed class Folder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("gitops-config-").FullName;

        public EngineContext Context => new() { Directory = Path, ScratchRoot = Path, Environment = EnvironmentSnapshot.Empty };

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}

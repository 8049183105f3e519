namespace GitOpsTasks.Hosts.Tests.MSBuild;

public sealed class PublishingAContainer(PublishedApp app) : IClassFixture<PublishedApp>
{
    [Fact]
    public async Task Bumps_to_what_the_registry_got_in_the_same_command()
    {
        var before = await app.DeployAsync("0.9.0");
        var run = await app.PublishAsync("-p:ContainerImageTags=\"latest;1.2;1.2.3\"");
        run.ExitCode.ShouldBe(0, run.Text);
        var image = $"{app.Registry}/acme/web:1.2.3@{await app.DigestAsync("1.2.3")}";
        (await app.DeployedAsync()).ShouldBe(Manifests.Deployment(image));
        (await app.Config.LogAsync($"{before}..main")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Commits_nothing_where_tags_are_followed_and_the_tag_is_there_also_under_mt()
    {
        await app.DeployAsync("1.3.0");
        var first = await app.PublishAsync("-p:ContainerImageTag=1.4.0", "-p:GitOpsBumpTagOnly=true", "-mt");
        first.ExitCode.ShouldBe(0, first.Text);
        (await app.DeployedAsync()).ShouldBe(Manifests.Deployment($"{app.Registry}/acme/web:1.4.0"));
        var tip = await app.Config.TipAsync("main");

        var again = await app.PublishAsync("-p:ContainerImageTag=1.4.0", "-p:GitOpsBumpTagOnly=true", "-mt");
        again.ExitCode.ShouldBe(0, again.Text);
        again.Text.ShouldContain("Nothing to change");
        (await app.Config.TipAsync("main")).ShouldBe(tip);
    }

    [Fact]
    public async Task Bumps_to_the_index_of_an_image_for_several_platforms()
    {
        await app.DeployAsync("1.9.0");
        var run = await app.PublishAsync("-p:ContainerImageTag=2.0.0", "-p:ContainerRuntimeIdentifiers=\"linux-x64;linux-arm64\"");
        run.ExitCode.ShouldBe(0, run.Text);
        var image = $"{app.Registry}/acme/web:2.0.0@{await app.DigestAsync("2.0.0")}";
        (await app.DeployedAsync()).ShouldBe(Manifests.Deployment(image));
    }

    [Fact]
    public async Task Fails_with_advice_where_no_cluster_could_pull_the_image()
    {
        var before = await app.DeployAsync("2.9.0");
        var run = await app.PublishAsync("-p:ContainerImageTag=3.0.0", "-p:ContainerArchiveOutputPath=obj/web.tar.gz");
        run.ExitCode.ShouldBe(1);
        run.Text.ShouldContain("error GOT1041: The image was published to the archive 'obj/web.tar.gz'");
        (await app.Config.TipAsync("main")).ShouldBe(before);
    }

    [Fact]
    public async Task Fails_with_what_the_engine_says_where_nothing_deploys_the_image()
    {
        var before = await app.Config.CommitAsync("main", "deploy/web.yaml", Manifests.Deployment("ghcr.io/acme/other:1.0.0"));
        var run = await app.PublishAsync("-p:ContainerImageTag=4.0.0");
        run.ExitCode.ShouldBe(1);
        run.Text.ShouldContain("error GOT30");
        (await app.Config.TipAsync("main")).ShouldBe(before);
    }
}

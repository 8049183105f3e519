using GitOpsTasks.Build;
using GitOpsTasks.Contracts;
using GitOpsTasks.Tests.Registry;

namespace GitOpsTasks.Tests.Build;

public sealed class PushingWithoutADigest : IDisposable
{
    private readonly Workshop _workshop = new();

    public PushingWithoutADigest() => _workshop.Write("Dockerfile", "FROM scratch\n");

    public void Dispose() => _workshop.Dispose();

    [Theory]
    [InlineData(BuilderKind.Docker)]
    [InlineData(BuilderKind.Buildx)]
    [InlineData(BuilderKind.Layers)]
    public async Task Is_a_failure_whatever_builds(BuilderKind kind)
    {
        var spec = new ImageSpec("web", "a/web") { Layers = kind == BuilderKind.Layers ? new LayersSpec { Base = "b" } : null };
        foreach (var (digest, pushed) in new (string?, bool)[] { (null, true), ("", true), ("sha256:abc", true), (FakeBuilder.Digest, false), (null, false) })
        {
            var builder = new FakeBuilder((plan, _, _) => Task.FromResult(plan.Result with { Digest = digest, Pushed = pushed, ImageId = FakeBuilder.Digest }));

            var failure = await Should.ThrowAsync<TaskFailedException>(
                () => builder.RunAsync(new BuildRequest { Images = [spec], Revision = Samples.Revision, Push = true, Builder = kind }, _workshop.Context));

            failure.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(BuildCodes.NoDigest);
            failure.ExitCode.ShouldBe(ExitCode.External);
        }
    }

    [Fact]
    public async Task Is_a_failure_of_a_layout_too()
    {
        var builder = new FakeBuilder((plan, _, _) => Task.FromResult(plan.Result));
        var request = new BuildRequest { Images = [new("web", "a/web")], Revision = Samples.Revision, Layout = "out" };

        (await Should.ThrowAsync<TaskFailedException>(() => builder.RunAsync(request, _workshop.Context)))
            .Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(BuildCodes.NoDigest);
    }

    [Fact]
    public async Task Is_none_where_nothing_was_to_be_pushed()
    {
        var builder = new FakeBuilder((plan, _, _) => Task.FromResult(plan.Result with { ImageId = FakeBuilder.Digest }));

        var image = (await builder.RunAsync(new BuildRequest { Images = [new("web", "a/web")], Revision = Samples.Revision }, _workshop.Context)).Images.ShouldHaveSingleItem();

        (image.Digest, image.Reference).ShouldBe((null, "a/web:sha-0123456"));
    }
}

using GitOpsTasks.Build;
using GitOpsTasks.Contracts;
using GitOpsTasks.Tests.Registry;

namespace GitOpsTasks.Tests.Build;

public sealed class BuildingSeveralImages : IDisposable
{
    private readonly Workshop _workshop = new();

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public async Task Has_several_under_way_and_tells_them_in_the_order_of_the_configuration()
    {
        var all = new TaskCompletionSource();
        var begun = 0;
        var builder = new FakeBuilder(async (plan, _, token) =>
        {
            if (Interlocked.Increment(ref begun) == 3)
                all.SetResult();
            await all.Task.WaitAsync(TimeSpan.FromSeconds(60), token);
            await Task.Delay(plan.Spec.Name == "a" ? 50 : 0, token);
            return plan.Result with { ImageId = plan.Spec.Name };
        });

        var result = await builder.RunAsync(Request("a", "b", "c"), _workshop.Context);

        result.Images.Select(image => image.ImageId).ShouldBe(["a", "b", "c"]);
    }

    [Fact]
    public async Task Publishes_one_project_at_a_time()
    {
        var (running, most) = (0, 0);
        var builder = new FakeBuilder(async (plan, _, token) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            await Task.Delay(20, token);
            Interlocked.Decrement(ref running);
            return plan.Result;
        });
        var request = Request("a", "b", "c");
        request = request with { Images = [.. request.Images.Select(image => image with { Layers = new LayersSpec { Project = new ProjectSpec("web.csproj") } })] };

        await builder.RunAsync(request, _workshop.Context);

        most.ShouldBe(1);
    }

    [Fact]
    public async Task Lets_those_under_way_end_after_a_failure_and_tells_all_failures_in_order()
    {
        var ended = false;
        var failed = new TaskCompletionSource();
        var builder = new FakeBuilder(async (plan, _, token) =>
        {
            if (plan.Spec.Name == "b")
            {
                await failed.Task.WaitAsync(TimeSpan.FromSeconds(60), token);
                ended = true;
                return plan.Result;
            }

            await Task.Delay(plan.Spec.Name == "a" ? 30 : 0, token);
            if (plan.Spec.Name == "a")
                failed.SetResult();
            throw TaskFailedException.External("GOT9999", $"{plan.Spec.Name} failed.", "Mend it.");
        });

        var failure = await Should.ThrowAsync<TaskFailedException>(() => builder.RunAsync(Request("a", "b", "c"), _workshop.Context));

        failure.Diagnostics.Select(diagnostic => diagnostic.Message).ShouldBe(["a failed.", "c failed."]);
        failure.ExitCode.ShouldBe(ExitCode.External);
        ended.ShouldBeTrue();
    }

    private static BuildRequest Request(params string[] names) => new()
    {
        Images = [.. names.Select(name => new ImageSpec(name, $"a/{name}") { Layers = new LayersSpec { Base = "scratch" } })],
        Revision = Samples.Revision,
    };
}

using System.Diagnostics;
using GitOpsTasks.Contracts;
using GitOpsTasks.Parts;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Tests.Registry;

public sealed class SharingALayout : IDisposable
{
    private readonly Workshop _workshop = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public async Task Loses_no_entry_of_many_writers()
    {
        await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(
            () => TestImages.PushAsync(new OciLayout(_workshop.PathOf("layout")), TestImages.Blob($"image {i}"), $"tag-{i}"), Token)));

        (await new OciLayout(_workshop.PathOf("layout")).ListTagsAsync(null, Token))!.Count.ShouldBe(16);
        Directory.GetFiles(_workshop.PathOf("layout")).Select(Path.GetFileName).ShouldBe(["index.json", "oci-layout"], ignoreOrder: true);
    }

    [Fact]
    public async Task Waits_for_another_process()
    {
        var layout = new OciLayout(_workshop.PathOf("layout"), _workshop.Time);
        await TestImages.PushAsync(layout, TestImages.Blob("one"), "one");
        var start = new ProcessStartInfo(RequiredPart.Find("flock"), [_workshop.PathOf("layout/oci-layout"), "sh", "-c", "echo held; cat"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var holder = Process.Start(start)!;
        (await holder.StandardOutput.ReadLineAsync(Token)).ShouldBe("held");

        var push = TestImages.PushAsync(layout, TestImages.Blob("two"), "two");
        while (WaitsOf(_workshop.Time) < 3)
            await Task.Delay(10, Token);
        push.IsCompleted.ShouldBeFalse();
        holder.StandardInput.Close();
        await holder.WaitForExitAsync(Token);

        (await push).ShouldBeTrue();
        (await layout.ListTagsAsync(null, Token))!.ShouldBe(["one", "two"]);
    }

    [Fact]
    public async Task Refuses_a_layout_of_another_version()
    {
        _workshop.Write("layout/oci-layout", """{"imageLayoutVersion":"2.0.0"}""");

        (await Should.ThrowAsync<TaskFailedException>(
            () => TestImages.PushAsync(new OciLayout(_workshop.PathOf("layout")), TestImages.Blob("a"), "a")))
            .Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(RegistryCodes.LayoutInvalid);
        File.Exists(_workshop.PathOf("layout/index.json")).ShouldBeFalse();
    }

    [Fact]
    public async Task Lists_an_index_and_not_the_manifests_in_it()
    {
        var layout = new OciLayout(_workshop.PathOf("layout"));
        var image = await SampleImage.PushAsync(layout, "1.0");

        await SampleImage.ShouldBeInAsync(layout, image, "1.0");
        var shown = await _workshop.RunAsync("skopeo", "inspect", "--raw", $"oci:{_workshop.PathOf("layout")}:1.0");
        shown.ShouldContain("arm64");
        File.ReadAllText(_workshop.PathOf("layout/index.json")).Split("\"digest\"").Length.ShouldBe(4, "the image, its SBOM and its signature");
    }

    private static int WaitsOf(HurriedTime time)
    {
        lock (time.Waits)
            return time.Waits.Count;
    }
}

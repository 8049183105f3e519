using GitOpsTasks.Contracts;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Tests.Registry;

public sealed class WritingAnImageLayout : IDisposable
{
    private readonly Workshop _workshop = new();

    private OciLayout Layout => new(_workshop.PathOf("layout"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public async Task Reads_back_what_it_wrote()
    {
        var config = TestImages.Blob("hello");
        (await Layout.ResolveAsync("1.0", Token)).ShouldBeNull();

        (await TestImages.PushAsync(Layout, config, "1.0")).ShouldBeTrue();

        var manifest = TestImages.Manifest(config);
        (await Layout.ResolveAsync("1.0", Token)).ShouldBe(manifest.Descriptor);
        (await Layout.ResolveAsync(manifest.Descriptor.Digest, Token)).ShouldBe(manifest.Descriptor);
        (await Layout.GetManifestAsync("1.0", Token))!.Content.ToArray().ShouldBe(manifest.Content.ToArray());
        (await Layout.HasBlobAsync(config.Descriptor, Token)).ShouldBeTrue();
    }

    [Fact]
    public async Task Writes_nothing_the_second_time()
    {
        await TestImages.PushAsync(Layout, TestImages.Blob("hello"), "1.0");
        var past = new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        foreach (var file in Files())
            File.SetLastWriteTimeUtc(file, past);

        (await TestImages.PushAsync(Layout, TestImages.Blob("hello"), "1.0")).ShouldBeFalse();

        Files().ShouldAllBe(file => File.GetLastWriteTimeUtc(file) == past);
    }

    [Fact]
    public async Task Moves_a_tag_and_keeps_the_others()
    {
        await TestImages.PushAsync(Layout, TestImages.Blob("one"), "1.0");
        await TestImages.PushAsync(Layout, TestImages.Blob("one"), "latest");
        await TestImages.PushAsync(Layout, TestImages.Blob("two"), "latest");

        (await Layout.ResolveAsync("latest", Token)).ShouldBe(TestImages.Manifest(TestImages.Blob("two")).Descriptor);
        (await Layout.ResolveAsync("1.0", Token)).ShouldBe(TestImages.Manifest(TestImages.Blob("one")).Descriptor);
    }

    [Fact]
    public async Task Has_the_same_index_whatever_the_order_of_tags()
    {
        await TestImages.PushAsync(Layout, TestImages.Blob("one"), "a");
        await TestImages.PushAsync(Layout, TestImages.Blob("one"), "b");
        var other = new OciLayout(_workshop.PathOf("other"));
        await TestImages.PushAsync(other, TestImages.Blob("one"), "b");
        await TestImages.PushAsync(other, TestImages.Blob("one"), "a");

        File.ReadAllText(_workshop.PathOf("other/index.json")).ShouldBe(File.ReadAllText(_workshop.PathOf("layout/index.json")));
    }

    [Fact]
    public async Task Leaves_a_file_that_is_no_index_alone()
    {
        var index = _workshop.Write("layout/index.json", "[]");

        (await Should.ThrowAsync<TaskFailedException>(() => TestImages.PushAsync(Layout, TestImages.Blob("one"), "a")))
            .ExitCode.ShouldBe(ExitCode.Usage);

        File.ReadAllText(index).ShouldBe("[]");
    }

    [Fact]
    public async Task Leaves_nothing_of_a_blob_that_could_not_be_read()
    {
        var blob = new OciBlob(TestImages.Blob("hello").Descriptor, () => new FailingStream());

        await Should.ThrowAsync<TaskFailedException>(() => Layout.PushBlobAsync(blob, Token));

        Files().ShouldBeEmpty();
    }

    private string[] Files() => Directory.GetFiles(_workshop.PathOf("layout"), "*", SearchOption.AllDirectories);

    private sealed class FailingStream : MemoryStream
    {
        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) =>
            throw new IOException("The disk is gone.");
    }
}

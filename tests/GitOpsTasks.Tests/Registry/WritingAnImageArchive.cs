using GitOpsTasks.Contracts;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Tests.Registry;

public sealed class WritingAnImageArchive : IDisposable
{
    private readonly Workshop _workshop = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public async Task Keeps_what_was_in_it()
    {
        await AddAsync("images.tar", "one");
        await AddAsync("images.tar", "two");

        using var archive = await OciArchive.OpenAsync(_workshop.Context, "images.tar", Token);
        (await archive.Images.ListTagsAsync(null, Token))!.ShouldBe(["one", "two"]);
        (await archive.Images.HasBlobAsync(TestImages.Blob("one").Descriptor, Token)).ShouldBeTrue();
    }

    [Fact]
    public async Task Has_the_same_bytes_for_the_same_images()
    {
        await AddAsync("images.tar", "one");
        await AddAsync("other.tar", "one");

        File.ReadAllBytes(_workshop.PathOf("other.tar")).ShouldBe(File.ReadAllBytes(_workshop.PathOf("images.tar")));
    }

    [Fact]
    public async Task Is_read_by_skopeo_and_reads_what_skopeo_wrote()
    {
        using (var archive = await OciArchive.OpenAsync(_workshop.Context, "images.tar", Token))
        {
            await SampleImage.PushAsync(archive.Images, "1.0");
            await archive.SaveAsync(Token);
        }

        await _workshop.RunAsync(
            "skopeo", "copy", "--all", "--insecure-policy", $"oci-archive:{_workshop.PathOf("images.tar")}:1.0", $"oci-archive:{_workshop.PathOf("theirs.tar")}:2.0");

        using var ours = await OciArchive.OpenAsync(_workshop.Context, "images.tar", Token);
        using var theirs = await OciArchive.OpenAsync(_workshop.Context, "theirs.tar", Token);
        (await theirs.Images.ResolveAsync("2.0", Token))!.Digest.ShouldBe((await ours.Images.ResolveAsync("1.0", Token))!.Digest);
    }

    [Theory]
    [InlineData("this is no archive")]
    [InlineData("")]
    public async Task Leaves_a_file_that_is_no_archive_alone(string content)
    {
        var path = _workshop.Write("images.tar", content);

        (await Should.ThrowAsync<TaskFailedException>(() => OciArchive.OpenAsync(_workshop.Context, "images.tar", Token)))
            .Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(RegistryCodes.LayoutInvalid);

        File.ReadAllText(path).ShouldBe(content);
    }

    private async Task AddAsync(string archive, string image)
    {
        using var opened = await OciArchive.OpenAsync(_workshop.Context, archive, Token);
        await TestImages.PushAsync(opened.Images, TestImages.Blob(image), image);
        await opened.SaveAsync(Token);
    }
}

using GitOpsTasks.Contracts;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Tests.Registry;

public sealed class UploadingABlob : IAsyncDisposable
{
    private const int Size = 20 * 1024 * 1024;
    private static readonly byte[] Content = Enumerable.Range(0, Size).Select(i => (byte)(i * 31 >> 7)).ToArray();
    private readonly Workshop _workshop = new();
    private readonly UploadServer _server = new();
    private readonly OciBlob _blob = OciBlob.FromBytes("application/octet-stream", Content);

    private RegistryClient Client => new(_workshop.Context, _server.Repository);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _workshop.Dispose();
    }

    [Fact]
    public async Task Sends_it_in_one_piece()
    {
        (await Client.PushBlobAsync(_blob, Token)).ShouldBeTrue();

        _server.Pieces.ShouldBe([$"PUT {Size}"]);
        IsWhole();
    }

    [Fact]
    public async Task Sends_the_rest_where_connections_broke()
    {
        _server.Breaks.AddRange([5_000_000, 15_000_000]);

        (await Client.PushBlobAsync(_blob, Token)).ShouldBeTrue();

        IsWhole();
        _server.Received.ShouldBe(Size, "nothing was sent twice");
        _server.Pieces.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Begins_anew_where_the_registry_forgets_what_broke()
    {
        _server.Breaks.Add(5_000_000);
        _server.Forgets = true;

        (await Client.PushBlobAsync(_blob, Token)).ShouldBeTrue();

        _server.Pieces.ShouldBe([$"PUT {Size}", $"PUT {Size}"]);
        IsWhole();
    }

    [Fact]
    public async Task Sends_it_in_pieces_where_it_is_too_large_for_one()
    {
        _server.LargestBody = 18 * 1024 * 1024;

        (await Client.PushBlobAsync(_blob, Token)).ShouldBeTrue();

        const int Piece = 16 * 1024 * 1024;
        _server.Pieces.ShouldBe(
        [
            $"PUT {Size}",
            $"PATCH {Piece} 0-{Piece - 1}",
            $"PUT {Size - Piece} {Piece}-{Size - 1}",
        ]);
        IsWhole();
    }

    [Fact]
    public async Task Sends_pieces_of_the_size_asked_for_and_the_rest_of_one_that_broke()
    {
        _workshop.With("GITOPS_REGISTRY_CHUNK_BYTES", "4000000");
        _server.Breaks.Add(6_000_000);

        (await Client.PushBlobAsync(_blob, Token)).ShouldBeTrue();

        IsWhole();
        _server.Received.ShouldBe(Size);
        _server.Pieces.First().ShouldBe("PATCH 4000000 0-3999999");
    }

    [Fact]
    public async Task Sends_no_smaller_pieces_than_the_registry_takes()
    {
        _workshop.With("GITOPS_REGISTRY_CHUNK_BYTES", "1000");
        _server.SmallestPiece = 15_000_000;

        await Client.PushBlobAsync(_blob, Token);

        _server.Pieces.ShouldBe(["PATCH 15000000 0-14999999", $"PUT {Size - 15_000_000} 15000000-{Size - 1}"]);
    }

    [Fact]
    public async Task Tells_of_content_that_is_not_of_its_digest_and_gives_the_upload_up()
    {
        var other = _blob with { Open = () => new MemoryStream(new byte[Size]) };

        var failure = await Should.ThrowAsync<TaskFailedException>(() => Client.PushBlobAsync(other, Token));

        failure.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(RegistryCodes.ContentDigestWrong);
        _server.Abandoned.ShouldBe(1);
        _server.Pieces.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Tells_of_a_file_that_became_shorter()
    {
        var path = _workshop.Write("layer", "too short");
        var shorter = _blob with { Open = () => File.OpenRead(path) };

        var failure = await Should.ThrowAsync<TaskFailedException>(() => Client.PushBlobAsync(shorter, Token));

        failure.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(RegistryCodes.ContentMissing);
        _server.Pieces.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Gives_up_where_connections_keep_breaking_without_a_byte_more()
    {
        _server.Breaks.AddRange(Enumerable.Repeat(1, 100));

        var failure = await Should.ThrowAsync<TaskFailedException>(() => Client.PushBlobAsync(_blob, Token));

        failure.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(RegistryCodes.Unavailable);
        _server.Pieces.Count.ShouldBe(5);
    }

    private void IsWhole() => _server[_blob.Descriptor.Digest].AsSpan().SequenceEqual(Content).ShouldBeTrue();
}

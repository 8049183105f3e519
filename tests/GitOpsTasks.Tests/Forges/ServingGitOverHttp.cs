using System.Text;
using GitOpsTasks.Parts;

namespace GitOpsTasks.Tests.Forges;

public sealed class ServingGitOverHttp : IAsyncLifetime
{
    private const string Password = "a-token";

    private BareRepository _repository = null!;

    public async ValueTask InitializeAsync()
    {
        _repository = await BareRepository.CreateAsync();
        await _repository.CommitAsync("main", "a.yaml", "a: 1\n");
    }

    public ValueTask DisposeAsync()
    {
        _repository.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Takes_a_push_that_comes_in_chunks()
    {
        await using var server = new GitHttpServer(Root);
        using var clone = await GitClone.OfAsync(Address(server));
        var random = new byte[3_000_000];
        new Random(7).NextBytes(random);
        var large = Convert.ToBase64String(random);

        await clone.CommitAndPushAsync("main", "large.txt", large);

        (await _repository.ReadAsync("main", "large.txt")).ShouldBe(large);
        await _repository.FsckAsync();
    }

    [Fact]
    public async Task Serves_a_partial_shallow_clone()
    {
        await using var server = new GitHttpServer(Root);
        await _repository.CommitAsync("main", "b.yaml", "b: 1\n");

        using var clone = await GitClone.OfAsync(Address(server), null, "--filter=blob:none", "--depth=1", "--no-checkout");

        (await clone.GitAsync("rev-list", "--count", "HEAD")).ShouldBe("1");
        (await clone.GitAsync("rev-list", "--objects", "--missing=print", "HEAD")).Split('\n').Count(l => l.StartsWith('?')).ShouldBe(2);
    }

    [Fact]
    public async Task Lets_in_only_with_the_token_where_it_wants_one()
    {
        await using var server = new GitHttpServer(Root, Password);
        var good = Convert.ToBase64String(Encoding.UTF8.GetBytes($"anyone:{Password}"));
        var bad = Convert.ToBase64String(Encoding.UTF8.GetBytes("anyone:wrong"));

        using var clone = await GitClone.OfAsync(Address(server), good);

        (await clone.GitAsync("log", "--format=%s")).ShouldBe("change");
        await Should.ThrowAsync<InvalidOperationException>(() => GitClone.OfAsync(Address(server), bad));
        await Should.ThrowAsync<InvalidOperationException>(() => GitClone.OfAsync(Address(server)));
    }

    private string Root => Path.GetDirectoryName(_repository.FullPath)!;

    private string Address(GitHttpServer server) => $"{server.Url}/{Path.GetFileName(_repository.FullPath)}";
}

using GitOpsTasks.Parts;

namespace GitOpsTasks.Tests.Git;

/// <summary>Who a commit says wrote it, and when.</summary>
public sealed class SigningCommits : ConfigurationRepository
{
    private const string Format = "--format=%an <%ae> %at|%cn <%ce> %ct";

    private Task<string> LastAsync() => Remote.GitAsync("log", "-1", Format, "main");

    [Fact]
    public async Task Takes_the_author_of_the_users_configuration()
    {
        WriteUserConfiguration("[user]\n\tname = Ada Lovelace\n\temail = ada@example.com\n");
        await ShouldBeBumpedAsync(await BumpAsync(Place.Context(("SOURCE_DATE_EPOCH", "1767225600")), Remote.FullPath));
        (await LastAsync()).ShouldBe("Ada Lovelace <ada@example.com> 1767225600|Ada Lovelace <ada@example.com> 1767225600");
    }

    [Fact]
    public async Task Takes_author_and_dates_of_the_environment()
    {
        var context = Place.Context(
            ("GIT_AUTHOR_NAME", "A"), ("GIT_AUTHOR_EMAIL", "a@example.com"), ("GIT_AUTHOR_DATE", "1700000000 +0100"),
            ("GIT_COMMITTER_NAME", "C"), ("GIT_COMMITTER_EMAIL", "c@example.com"), ("SOURCE_DATE_EPOCH", "1767225600"));
        await ShouldBeBumpedAsync(await BumpAsync(context, Remote.FullPath));
        (await LastAsync()).ShouldBe("A <a@example.com> 1700000000|C <c@example.com> 1767225600");
    }

    [Fact]
    public async Task Has_a_name_of_its_own_where_nobody_is_configured()
    {
        await ShouldBeBumpedAsync(await BumpAsync(Place.Context(("SOURCE_DATE_EPOCH", "1767225600")), Remote.FullPath));
        (await LastAsync()).ShouldBe(
            "GitOpsTasks <gitops-tasks@localhost> 1767225600|GitOpsTasks <gitops-tasks@localhost> 1767225600");
    }

    [Fact]
    public async Task Gives_the_same_commit_for_the_same_input()
    {
        using var twin = await BareRepository.CreateAsync();
        await twin.CommitAsync("main", new Dictionary<string, string?> { [File] = Content, ["README.md"] = "hello\n" });
        (await twin.TipAsync("main")).ShouldBe(await Remote.TipAsync("main"));
        var context = Place.Context(("SOURCE_DATE_EPOCH", "1767225600"));
        await BumpAsync(context, Remote.FullPath);
        await BumpAsync(context, twin.FullPath);
        (await twin.TipAsync("main")).ShouldBe(await Remote.TipAsync("main"));
        (await twin.LogAsync("main")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Writes_the_message_that_was_asked_for_and_a_trailer()
    {
        await BumpAsync(Place.Context(), Remote.FullPath, "web:1.5.0", ("message", "chore: {image} {version} {image}"));
        (await Remote.GitAsync("log", "-1", "--format=%s|%(trailers:key=Gitops-Task,valueonly)", "main")).ShouldBe("chore: web 1.5.0 web|bump");
    }
}

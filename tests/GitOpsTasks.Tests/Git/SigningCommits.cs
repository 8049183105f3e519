using GitOpsTasks.Bump;
using GitOpsTasks.Contracts;
using GitOpsTasks.Git;
using GitOpsTasks.Parts;
using GitOpsTasks.Processes;

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

    [Fact]
    public async Task Takes_author_and_committer_that_are_given()
    {
        WriteUserConfiguration("[user]\n\tname = Ada Lovelace\n\temail = ada@example.com\n");
        await ShouldBeBumpedAsync(await BumpAsync(
            Place.Context(("SOURCE_DATE_EPOCH", "1767225600")), Remote.FullPath, "web:1.5.0",
            ("author", "Grace Höpper <grace@example.com>"), ("committer", "release bot <>")));
        (await LastAsync()).ShouldBe("Grace Höpper <grace@example.com> 1767225600|release bot <> 1767225600");
    }

    [Theory]
    [InlineData("author", "Grace")]
    [InlineData("author", "Grace <g@example.com>\nparent 0")]
    [InlineData("author", "<g@example.com>")]
    [InlineData("committer", "A <a@b> <c@d>")]
    [InlineData("trailer", "no value")]
    [InlineData("trailer", "Two Words=x")]
    [InlineData("trailer", "Key=a\nSigned-off-by: Somebody <else@example.com>")]
    [InlineData("message", "bump {imgae}")]
    [InlineData("message", "  \n ")]
    [InlineData("retries", "-1")]
    [InlineData("retry-for", "soon")]
    [InlineData("skip-ci", "maybe")]
    public async Task Refuses_what_would_not_be_a_line_of_a_commit(string input, string value)
    {
        ShouldFail(await BumpAsync(Place.Context(), Remote.FullPath, "web:1.5.0", (input, value)), ExitCode.Usage, UsageCodes.InputInvalid);
        await ShouldBeAsItWasAsync();
    }

    [Fact]
    public async Task Signs_with_an_ssh_key_where_git_is_configured_so()
    {
        var key = Path.Combine(Place.Home, "key");
        var keygen = await RunAsync("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "ada", "-f", key);
        keygen.Succeeded.ShouldBeTrue(keygen.Error);
        WriteUserConfiguration($"[user]\n\tname = Ada\n\temail = ada@example.com\n\tsigningKey = {key}\n[gpg]\n\tformat = ssh\n[commit]\n\tgpgSign = true\n");
        var outcome = await BumpAsync(Place.Context(("SOURCE_DATE_EPOCH", "1767225600")), Remote.FullPath);
        await ShouldBeBumpedAsync(outcome);
        (await LastAsync()).ShouldBe("Ada <ada@example.com> 1767225600|Ada <ada@example.com> 1767225600");
        ((BumpResult)outcome.UntypedResult!).Commit.ShouldBe(await Remote.TipAsync("main"));

        var allowed = Path.Combine(Place.Home, "allowed");
        await System.IO.File.WriteAllTextAsync(allowed, "ada@example.com " + await System.IO.File.ReadAllTextAsync(key + ".pub", Token), Token);
        var check = await Remote.TryGitAsync(["-c", $"gpg.ssh.allowedSignersFile={allowed}", "verify-commit", "--raw", "main"]);
        check.Succeeded.ShouldBeTrue(check.Error);
        check.Error.ShouldContain("Good \"git\" signature for ada@example.com");
    }

    [Fact]
    public async Task Signs_with_gpg_where_git_is_configured_so()
    {
        RequiredPart.Find("gpg");
        var folder = Directory.CreateTempSubdirectory("gpg").FullName;
        try
        {
            System.IO.File.SetUnixFileMode(folder, (UnixFileMode)0b111_000_000);
            var made = await RunAsync(
                "gpg", "--homedir", folder, "--batch", "--pinentry-mode", "loopback", "--passphrase", "", "--quick-gen-key", "Ada <ada@example.com>", "ed25519", "sign", "never");
            made.Succeeded.ShouldBeTrue(made.Error);
            WriteUserConfiguration("[user]\n\tname = Ada\n\temail = ada@example.com\n[commit]\n\tgpgSign = true\n");
            await ShouldBeBumpedAsync(await BumpAsync(Place.Context(("GNUPGHOME", folder)), Remote.FullPath));
            var check = await Remote.TryGitAsync(["verify-commit", "--raw", "main"], variables: [new("GNUPGHOME", folder)]);
            check.Error.ShouldContain("[GNUPG:] GOODSIG");
        }
        finally
        {
            await RunAsync("gpgconf", "--homedir", folder, "--kill", "all");
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Pushes_nothing_that_it_cannot_sign()
    {
        WriteUserConfiguration($"[user]\n\tsigningKey = {Place.Home}/missing\n[gpg]\n\tformat = ssh\n[commit]\n\tgpgSign = true\n");
        ShouldFail(await BumpAsync(Place.Context(), Remote.FullPath), ExitCode.Usage, GitCodes.SigningFailed);
        await ShouldBeAsItWasAsync();
    }

    [Theory]
    [InlineData("https://github.com", "main", null, false)]
    [InlineData("https://github.com", "main", "true", true)]
    [InlineData(null, "main", null, true)]
    [InlineData(null, "main", "false", false)]
    [InlineData(null, "other", null, false)]
    public async Task Marks_a_commit_that_would_start_its_own_pipeline_again(string? forge, string branch, string? skip, bool isMarked)
    {
        await using var server = Serve(token: null);
        var context = Place.Context(
            ("GITHUB_ACTIONS", "true"), ("GITHUB_SERVER_URL", forge ?? server.Url), ("GITHUB_REPOSITORY", "repository"), ("GITHUB_RUN_ID", "17"),
            ("GITHUB_SHA", "abc123"), ("GITHUB_REF", "refs/heads/" + branch));
        var inputs = skip is null ? Array.Empty<(string, string)>() : [("skip-ci", skip)];
        await ShouldBeBumpedAsync(await BumpAsync(context, $"{server.Url}/repository.git", "web:1.5.0", inputs));
        (await Remote.SubjectsAsync("main"))[0].ShouldBe(isMarked ? "Bump web to 1.5.0 [skip ci]" : "Bump web to 1.5.0");
        (await Remote.GitAsync("log", "-1", "--format=%(trailers:unfold,only)", "main"))
            .ShouldBe($"Gitops-Task: bump\nSource-Commit: abc123\nRun-Url: {forge ?? server.Url}/repository/actions/runs/17");
    }

    private Task<ProcessResult> RunAsync(string program, params string[] arguments) => SystemProcessRunner.RunAsync(
        new ProcessCommand(program, arguments) { WorkingDirectory = Place.Home, Environment = Place.Context().Environment }, Token);
}

using GitOpsTasks.Contracts;
using GitOpsTasks.Forges.GitHub;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Tests.Forges;

public sealed class WorkingOutTheGitHubApi
{
    [Theory]
    [InlineData("https://github.com/acme/gitops", "https://api.github.com/")]
    [InlineData("https://github.com/acme/gitops.git", "https://api.github.com/")]
    [InlineData("https://someone@github.com/acme/gitops.git/", "https://api.github.com/")]
    [InlineData("git@github.com:acme/gitops.git", "https://api.github.com/")]
    [InlineData("ssh://git@ssh.github.com:443/acme/gitops.git", "https://api.github.com/")]
    [InlineData("https://acme.ghe.com/acme/gitops", "https://api.acme.ghe.com/")]
    [InlineData("https://git.example.com/acme/gitops", "https://git.example.com/api/v3/")]
    [InlineData("https://git.example.com:8443/acme/gitops", "https://git.example.com:8443/api/v3/")]
    [InlineData("git@git.example.com:acme/gitops.git", "https://git.example.com/api/v3/")]
    [InlineData("ssh://git@git.example.com:7999/acme/gitops.git", "https://git.example.com/api/v3/")]
    [InlineData("http://127.0.0.1:5000/acme/gitops.git", "http://127.0.0.1:5000/api/v3/")]
    public void Derives_it_from_the_repository_address(string address, string api)
    {
        var repository = GitHubRepository.From(address, EnvironmentSnapshot.Empty);

        repository.Api.AbsoluteUri.ShouldBe(api);
        repository.ToString().ShouldBe("acme/gitops");
    }

    [Theory]
    [InlineData("https://git.example.com/acme/gitops", null, "https://api.example.com/")]
    [InlineData("https://git.example.com/acme/gitops", "https://git.example.com", "https://api.example.com/")]
    [InlineData("https://github.com/acme/gitops", "https://git.example.com", "https://api.github.com/")]
    public void Takes_the_one_of_the_workflow_for_repositories_on_its_server(string address, string? server, string api)
    {
        var environment = EnvironmentSnapshot.Empty.With(
            [KeyValuePair.Create("GITHUB_API_URL", (string?)"https://api.example.com"), KeyValuePair.Create("GITHUB_SERVER_URL", server)]);

        GitHubRepository.From(address, environment).Api.AbsoluteUri.ShouldBe(api);
    }

    [Theory]
    [InlineData("/srv/git/gitops.git")]
    [InlineData("gitops")]
    [InlineData("https://github.com/acme")]
    [InlineData("https://github.com/acme/gitops/tree/main")]
    [InlineData("https://github.com/acme/..")]
    [InlineData("https://github.com/acme/git%2Fops")]
    [InlineData("file:///srv/git/gitops.git")]
    [InlineData("")]
    public void Refuses_what_is_no_repository_address(string address) =>
        Should.Throw<TaskFailedException>(() => GitHubRepository.From(address, EnvironmentSnapshot.Empty))
            .ExitCode.ShouldBe(ExitCode.Usage);

    [Theory]
    [InlineData("http://git.example.com/acme/gitops", null)]
    [InlineData("https://git.example.com/acme/gitops", "http://git.example.com/api/v3")]
    [InlineData("https://git.example.com/acme/gitops", "ftp://git.example.com/")]
    public void Refuses_to_send_a_token_where_others_could_read_it(string address, string? api)
    {
        var environment = EnvironmentSnapshot.Empty.With([KeyValuePair.Create("GITHUB_API_URL", api)]);

        Should.Throw<TaskFailedException>(() => GitHubRepository.From(address, environment)).ExitCode.ShouldBe(ExitCode.Usage);
    }

    [Fact]
    public void Keeps_a_password_in_an_address_out_of_messages_and_requests()
    {
        Should.Throw<TaskFailedException>(() => GitHubRepository.From("https://user:secret@github.com/acme", EnvironmentSnapshot.Empty))
            .ToString().ShouldNotContain("secret");
        GitHubRepository.From("https://user:secret@git.example.com/acme/gitops", EnvironmentSnapshot.Empty)
            .Api.AbsoluteUri.ShouldNotContain("secret");
    }
}

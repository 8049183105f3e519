using GitOpsTasks.Contracts;
using GitOpsTasks.Forges;
using GitOpsTasks.Forges.Azure;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Tests.Forges;

public sealed class ReadingAddressesOfAzure
{
    private static EnvironmentSnapshot Variables(params (string Name, string Value)[] variables) =>
        new(variables.ToDictionary(variable => variable.Name, variable => variable.Value));

    [Theory]
    [InlineData("https://dev.azure.com/acme/Platform/_git/gitops", "https://dev.azure.com/acme/", "Platform", "gitops")]
    [InlineData("https://acme@dev.azure.com/acme/My%20Team/_git/my%20repo", "https://dev.azure.com/acme/", "My Team", "my repo")]
    [InlineData("https://dev.azure.com/acme/_git/gitops", "https://dev.azure.com/acme/", "gitops", "gitops")]
    [InlineData("git@ssh.dev.azure.com:v3/acme/My%20Team/gitops", "https://dev.azure.com/acme/", "My Team", "gitops")]
    [InlineData("https://acme.visualstudio.com/Platform/_git/gitops", "https://acme.visualstudio.com/", "Platform", "gitops")]
    [InlineData("https://acme.visualstudio.com/DefaultCollection/Platform/_git/_full/gitops", "https://acme.visualstudio.com/", "Platform", "gitops")]
    [InlineData("https://acme.visualstudio.com/_git/gitops", "https://acme.visualstudio.com/", "gitops", "gitops")]
    [InlineData("https://tfs.example.com:8443/tfs/Main/Platform/_git/gitops", "https://tfs.example.com:8443/tfs/Main/", "Platform", "gitops")]
    [InlineData("https://tfs.example.com/tfs/Main/_git/gitops", "https://tfs.example.com/tfs/Main/", "gitops", "gitops")]
    [InlineData("https://tfs.example.com/Main/Platform/_git/gitops", "https://tfs.example.com/Main/", "Platform", "gitops")]
    [InlineData("ssh://tfs.example.com:22/Main/Platform/_git/gitops", "https://tfs.example.com/Main/", "Platform", "gitops")]
    public void Tells_collection_project_and_name(string address, string collection, string project, string name)
    {
        var found = AzureRepository.From(address, Variables());
        (found.Collection.AbsoluteUri, found.Project, found.Name).ShouldBe((collection, project, name));
    }

    [Fact]
    public void Takes_the_collection_that_a_pipeline_names()
    {
        var found = AzureRepository.From("https://tfs.example.com/a/b/_git/gitops", Variables(("SYSTEM_COLLECTIONURI", "https://tfs.example.com/a/b/")));
        (found.Collection.AbsoluteUri, found.Project).ShouldBe(("https://tfs.example.com/a/b/", "gitops"));
    }

    [Fact]
    public void Takes_what_a_pipeline_has_checked_out_for_what_the_address_does_not_tell()
    {
        var variables = Variables(
            ("BUILD_REPOSITORY_PROVIDER", "TfsGit"), ("BUILD_REPOSITORY_URI", "https://proxy.example.com/gitops"), ("BUILD_REPOSITORY_NAME", "gitops"),
            ("SYSTEM_TEAMPROJECT", "Platform"), ("SYSTEM_COLLECTIONURI", "https://dev.azure.com/acme/"));
        AzureRepository.From("https://proxy.example.com/gitops", variables).ToString().ShouldBe("Platform/gitops");
        AzureRepository.IsOnAzure("https://proxy.example.com/other", variables).ShouldBeFalse();
    }

    [Theory]
    [InlineData("https://dev.azure.com/acme/a/b/_git/gitops")]
    [InlineData("https://dev.azure.com/acme/Platform/gitops")]
    [InlineData("https://dev.azure.com/acme/%2e%2e/_git/..%2fx")]
    [InlineData("https://git.example.com/acme/gitops")]
    [InlineData("http://tfs.example.com/Main/Platform/_git/gitops")]
    [InlineData("/srv/_git/gitops")]
    public void Refuses_other_addresses(string address) =>
        Should.Throw<TaskFailedException>(() => AzureRepository.From(address, Variables())).Diagnostics[0].Code.ShouldBe(ForgeCodes.AddressUnusable);

    [Theory]
    [InlineData("https://dev.azure.com/acme/P/_git/r", "https://vssps.dev.azure.com/acme/_apis/identities")]
    [InlineData("https://acme.visualstudio.com/P/_git/r", "https://acme.vssps.visualstudio.com/_apis/identities")]
    [InlineData("https://tfs.example.com/Main/P/_git/r", "https://tfs.example.com/Main/_apis/identities")]
    public void Tells_where_people_are_looked_up(string address, string identities) =>
        AzureRepository.From(address, Variables()).Identities.AbsoluteUri.ShouldBe(identities);
}

using System.Text;
using GitOpsTasks.Forges.Azure;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Tests.Forges;

public sealed class AuthenticatingOnAzure
{
    private const string Own = "https://dev.azure.com/acme/P/_git/r";

    private static string? HeaderFor(string address, params (string Name, string Value)[] variables)
    {
        var environment = new EnvironmentSnapshot(variables.ToDictionary(variable => variable.Name, variable => variable.Value));
        return new AzureCredentials(environment, AzureRepository.From(address, environment)).Header?.ToString();
    }

    private static string Basic(string token) => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(":" + token));

    [Fact]
    public void Sends_a_personal_access_token_as_a_password()
    {
        HeaderFor(Own, ("GITOPS_TOKEN", "pat1"), ("AZURE_DEVOPS_EXT_PAT", "pat2")).ShouldBe(Basic("pat1"));
        HeaderFor(Own, ("AZURE_DEVOPS_EXT_PAT", "pat2"), ("SYSTEM_ACCESSTOKEN", "s"), ("SYSTEM_COLLECTIONURI", "https://dev.azure.com/acme/")).ShouldBe(Basic("pat2"));
        HeaderFor(Own).ShouldBeNull();
    }

    [Theory]
    [InlineData("https://dev.azure.com/acme/")]
    [InlineData("https://dev.azure.com/ACME")]
    public void Sends_the_token_of_a_pipeline_as_a_bearer_to_its_own_collection(string collection) =>
        HeaderFor(Own, ("SYSTEM_ACCESSTOKEN", "s"), ("SYSTEM_COLLECTIONURI", collection)).ShouldBe("Bearer s");

    [Theory]
    [InlineData("https://dev.azure.com/other/P/_git/r")]
    [InlineData("https://tfs.example.com/acme/P/_git/r")]
    public void Keeps_the_token_of_a_pipeline_from_others(string address) =>
        HeaderFor(address, ("SYSTEM_ACCESSTOKEN", "s"), ("SYSTEM_COLLECTIONURI", "https://dev.azure.com/acme/")).ShouldBeNull();

    [Fact]
    public void Sends_a_web_token_as_a_bearer_whatever_the_variable()
    {
        HeaderFor(Own, ("GITOPS_TOKEN", "eyJhbGciOi.eyJzdWIi.c2ln")).ShouldBe("Bearer eyJhbGciOi.eyJzdWIi.c2ln");
        HeaderFor(Own, ("GITOPS_TOKEN", "s"), ("SYSTEM_ACCESSTOKEN", "s")).ShouldBe("Bearer s");
    }
}

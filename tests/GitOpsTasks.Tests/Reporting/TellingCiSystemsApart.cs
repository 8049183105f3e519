using GitOpsTasks.Processes;
using GitOpsTasks.Reporting;

namespace GitOpsTasks.Tests.Reporting;

public sealed class TellingCiSystemsApart
{
    [Theory]
    [InlineData("GITHUB_ACTIONS=true CI=true", CiSystem.GitHub)]
    [InlineData("TF_BUILD=True", CiSystem.Azure)]
    [InlineData("TF_BUILD=true CI=true", CiSystem.Azure)]
    [InlineData("CI=true", CiSystem.Generic)]
    [InlineData("CI=false GITHUB_ACTIONS=", CiSystem.None)]
    [InlineData("HOME=/root", CiSystem.None)]
    public void Goes_by_the_variables_they_set(string variables, CiSystem expected)
    {
        var environment = new EnvironmentSnapshot(
            variables.Split(' ').Select(pair => KeyValuePair.Create(pair.Split('=')[0], pair.Split('=')[1])));
        CiDetection.Detect(environment).ShouldBe(expected);
    }
}

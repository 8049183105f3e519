using GitOpsTasks.Forges.Evidence;

namespace GitOpsTasks.Tests.Forges;

public sealed class NamingChecks
{
    [Theory]
    [InlineData("ci/build", "ci/build", true)]
    [InlineData("ci/build", "ci/build2", false)]
    [InlineData("ci/build", "CI/build", false)]
    [InlineData("kustomization/web/*", "kustomization/web/0a1b", true)]
    [InlineData("kustomization/web/*", "kustomization/web/", true)]
    [InlineData("kustomization/web/*", "kustomization/api/0a1b", false)]
    [InlineData("*/web", "a/web", true)]
    [InlineData("a*b*c", "a-b-b-c", true)]
    [InlineData("a*b*c", "a-c-b", false)]
    [InlineData("ab*ba", "aba", false)]
    [InlineData("*", "", true)]
    [InlineData("[a]", "a", false)]
    public void Takes_a_star_for_any_text(string pattern, string name, bool expected) => new CheckPattern(pattern).Matches(name).ShouldBe(expected);

    [Fact]
    public void Takes_all_of_a_name_together()
    {
        var pattern = new CheckPattern("job *");
        pattern.StateOf([]).ShouldBeNull();
        pattern.StateOf([new("other", CheckState.Failed)]).ShouldBeNull();
        pattern.StateOf([new("job 1", CheckState.Succeeded), new("other", CheckState.Failed)]).ShouldBe(CheckState.Succeeded);
        pattern.StateOf([new("job 1", CheckState.Pending), new("job 2", CheckState.Succeeded)]).ShouldBe(CheckState.Pending);
        pattern.StateOf([new("job 1", CheckState.Pending), new("job 2", CheckState.Failed)]).ShouldBe(CheckState.Failed);
    }
}

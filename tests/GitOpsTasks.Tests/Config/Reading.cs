using System.Text;
using GitOpsTasks.Config;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Tests.Config;

/// <summary>Short spellings for tests that read <c>gitops.yaml</c>.</summary>
internal static class Reading
{
    public static GitOpsConfig Config(string text) =>
        GitOpsConfigFile.Parse(Encoding.UTF8.GetBytes("apiVersion: gitops-tasks/v1\n" + text), "gitops.yaml");

    public static IReadOnlyList<string> ErrorsOf(Action read)
    {
        var failure = Should.Throw<TaskFailedException>(read);
        failure.ExitCode.ShouldBe(ExitCode.Usage);
        failure.Diagnostics.ShouldAllBe(d => d.Severity == Severity.Error && d.Place != null);
        return [.. failure.Diagnostics.Select(d => d.ToString())];
    }
}

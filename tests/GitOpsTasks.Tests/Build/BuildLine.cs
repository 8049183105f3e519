using GitOpsTasks.Build;
using GitOpsTasks.Chain;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Tests.Build;

/// <summary>The build task as a host runs it: from texts of inputs, with gitops.yaml read where it is needed.</summary>
internal static class BuildLine
{
    /// <summary>Runs it on a line such as <c>--push --images a/b</c>.</summary>
    public static async Task<TaskOutcome<BuildResult>> RunAsync(EngineContext context, string line)
    {
        var values = new InputValues();
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            var isFlag = i + 1 == words.Length || words[i + 1].StartsWith("--", StringComparison.Ordinal);
            values.Add(words[i][2..], isFlag ? "true" : words[++i]);
        }

        return (TaskOutcome<BuildResult>)await BuildTask.Declare(ConfiguredImages.ResolveAsync)
            .RunAsync(values, context, TestContext.Current.CancellationToken);
    }
}

using GitOpsTasks.Contracts;
using GitOpsTasks.Lint;

namespace GitOpsTasks.Tests.Lint;

/// <summary>Files in a folder that are checked with inputs given as pairs.</summary>
public abstract class LintedWithInputs : LintedFiles
{
    protected async Task<TaskOutcome> RunAsync(params (string Name, string Value)[] inputs)
    {
        var values = new InputValues();
        foreach (var (name, value) in inputs)
            values = values.Add(name, value);
        return await LintTask.Declaration.RunAsync(values, Place.Context(), TestContext.Current.CancellationToken);
    }

    protected static LintResult ResultOf(TaskOutcome outcome) => outcome.UntypedResult.ShouldBeOfType<LintResult>();
}

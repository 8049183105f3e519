using GitOpsTasks.Chain;
using GitOpsTasks.Contracts;
using GitOpsTasks.Reporting;
using Microsoft.Build.Framework;

namespace GitOpsTasks.MSBuild;

/// <summary>
/// Runs a task of the engine: its inputs are the properties of the derived class, named like them, and so are its outputs.
/// Secrets are no properties; they are read from the environment.
/// </summary>
public abstract class GitOpsTask : Microsoft.Build.Utilities.Task, ICancelableTask, IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();

    /// <summary>Absolute folder that relative paths start at: <c>$(MSBuildProjectDirectory)</c>. The current directory is never used.</summary>
    [Required]
    public string ProjectDirectory { get; set; } = "";

    /// <summary>The task's name in the catalog.</summary>
    private protected abstract string TaskName { get; }

    /// <inheritdoc />
    public override bool Execute()
    {
        var task = TaskCatalog.Entries.Single(entry => entry.Name == TaskName).Load();
        var context = HostContext.Create(ProjectDirectory, new LogProgress(Log));
        var texts = TaskProperties.Read(this, task);
        var outcome = task.RunAsync(texts.With(task, context.Environment).ToValues(), context, _cancellation.Token)
            .GetAwaiter().GetResult();
        TaskProperties.Write(this, task, outcome);
        new OutcomeLog(Log, CiDetection.Detect(context.Environment), new PlacesOnDisk(ProjectDirectory, texts.All)).Write(TaskName, outcome);
        return outcome.ExitCode == ExitCode.Done && !Log.HasLoggedErrors;
    }

    /// <summary>Stops the task soon; may be called before it runs, and from any thread.</summary>
    public void Cancel() => _cancellation.Cancel();

    /// <inheritdoc />
    public void Dispose()
    {
        _cancellation.Dispose();
        GC.SuppressFinalize(this);
    }
}

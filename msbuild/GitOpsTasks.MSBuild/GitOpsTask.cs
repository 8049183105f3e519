using GitOpsTasks.Chain;
using GitOpsTasks.Contracts;
using GitOpsTasks.Reporting;
using GitOpsTasks.Trees;
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

    /// <summary>Runs nothing, and only works <see cref="Request"/> out.</summary>
    public bool RequestOnly { get; set; }

    /// <summary>
    /// All inputs as one text, the same for all projects that ask for the same: MSBuild, which builds a project with the same
    /// properties once, so runs a request once. Where it is given, the inputs come from it.
    /// </summary>
    [Output]
    public string? Request { get; set; }

    /// <summary>The task's name in the catalog.</summary>
    private protected abstract string TaskName { get; }

    /// <inheritdoc />
    public override bool Execute()
    {
        var task = TaskCatalog.Entries.Single(entry => entry.Name == TaskName).Load();
        var request = Request is { Length: > 0 } text ? GivenRequest.Decode(text) : new GivenRequest(ProjectDirectory, TaskProperties.Read(this, task));
        if (!RequestOnly)
            return Run(task, request);
        Request = request.Shared(task).Encode();
        return true;
    }

    /// <summary>Stops the task soon, with all it started; may be called before it runs, and from any thread.</summary>
    public void Cancel() => _ = _cancellation.CancelAsync();

    /// <inheritdoc />
    public void Dispose()
    {
        _cancellation.Dispose();
        GC.SuppressFinalize(this);
    }

    private bool Run(TaskDeclaration task, GivenRequest request)
    {
        foreach (var (name, text) in request.Texts.Pairs)
            Log.LogMessage(MessageImportance.Low, "{0}: {1}", name, text);
        var context = HostContext.Create(request.Directory, new LogProgress(Log));
        var outcome = task.RunAsync(request.Texts.With(task, context.Environment).ToValues(), context, _cancellation.Token)
            .GetAwaiter().GetResult();
        TaskProperties.Write(this, task, outcome);
        var places = new PlacesOnDisk(request.Directory, request.Texts.All);
        new OutcomeLog(Log, CiDetection.Detect(context.Environment), places).Write(TaskName, outcome);
        return outcome.ExitCode == ExitCode.Done && !Log.HasLoggedErrors;
    }
}

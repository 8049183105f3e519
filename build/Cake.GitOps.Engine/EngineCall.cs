using System.Runtime.InteropServices;
using GitOpsTasks.Chain;
using GitOpsTasks.Contracts;
using GitOpsTasks.Processes;
using GitOpsTasks.Reporting;

namespace Cake.GitOps.Engine;

/// <summary>
/// Runs a task of the engine for the Cake addin. The addin and this assembly are in different load contexts, so that only
/// types of .NET itself pass between them.
/// </summary>
public static class EngineCall
{
    /// <summary>
    /// Runs a task to its end. A script has no way to cancel, so it listens to signals itself meanwhile: the first one stops
    /// the task, which cleans up and ends with exit code 130, a second one the process.
    /// </summary>
    /// <param name="task">Its name, such as <c>bump</c>.</param>
    /// <param name="inputs">The texts of its inputs, by name.</param>
    /// <param name="directory">Absolute folder that relative paths start at.</param>
    /// <param name="scratch">Absolute folder for temporary files.</param>
    /// <param name="environment">The environment variables.</param>
    /// <param name="log">Takes lines: 0 error, 1 warning, 2 information, 3 detail.</param>
    /// <returns>The exit code, and the outputs that have a value.</returns>
    public static (int ExitCode, IReadOnlyDictionary<string, string> Outputs) Run(
        string task,
        IReadOnlyDictionary<string, IReadOnlyList<string>> inputs,
        string directory,
        string scratch,
        IReadOnlyDictionary<string, string> environment,
        Action<int, string> log)
    {
        var declaration = TaskCatalog.Entries.Single(entry => entry.Name == task).Load();
        var context = new EngineContext
        {
            Directory = directory,
            ScratchRoot = scratch,
            Environment = new EnvironmentSnapshot(environment),
            Progress = new LineProgress(log),
        };
        var outcome = RunToEnd(token => declaration.RunAsync(Values(declaration, inputs, context.Environment), context, token));
        Write(outcome, CiDetection.Detect(context.Environment), log);
        return ((int)outcome.ExitCode, outcome.Outputs.ToDictionary(pair => pair.Key.Name, pair => pair.Value));
    }

    private static TaskOutcome RunToEnd(Func<CancellationToken, Task<TaskOutcome>> run)
    {
        using var cancellation = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);
        return run(cancellation.Token).GetAwaiter().GetResult();

        void Cancel(PosixSignalContext signal)
        {
            signal.Cancel = !cancellation.IsCancellationRequested;
            cancellation.Cancel();
        }
    }

    private static InputValues Values(
        TaskDeclaration task, IReadOnlyDictionary<string, IReadOnlyList<string>> inputs, EnvironmentSnapshot environment)
    {
        var values = new InputValues();
        foreach (var (name, texts) in inputs)
            values.Add(name, texts);
        foreach (var secret in task.Inputs.Where(input => input.Secret))
            values.Add(secret.Name, environment[secret.SecretVariable]);
        return values;
    }

    private static void Write(TaskOutcome outcome, CiSystem system, Action<int, string> log)
    {
        if (outcome.RenderText() is { Length: > 0 } text)
            log(2, Safe(text.TrimEnd('\n'), system));
        foreach (var diagnostic in outcome.Diagnostics)
            log(Level(diagnostic.Severity), Safe(DiagnosticText.Render(diagnostic), system));
    }

    private static int Level(Severity severity) => severity switch
    {
        Severity.Error => 0,
        Severity.Warning => 1,
        _ => 2,
    };

    private static string Safe(string text, CiSystem system) => LogText.WithoutEscapes(LogText.Neutralise(text, system));
}

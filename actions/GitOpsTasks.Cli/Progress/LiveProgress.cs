using System.Diagnostics;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Cli.Progress;

/// <summary>Progress that is redrawn in place on a terminal. The only part that loads Spectre.Console.</summary>
internal static class LiveProgress
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Runs a task while its steps are drawn ten times a second; drawing starts with the first step.</summary>
    public static async Task<TaskOutcome> RunAsync(TextWriter output, Func<IProgressStep, Task<TaskOutcome>> run)
    {
        var display = new Lock();
        var root = LiveStep.Root(display);
        var task = Task.Run(() => run(root));
        while (!HasSteps() && await StillRunsAsync(task))
        {
        }

        if (HasSteps())
            await DrawAsync(output, display, root, task);
        return await task;

        bool HasSteps()
        {
            lock (display)
                return root.Children.Count > 0;
        }
    }

    private static async Task DrawAsync(TextWriter output, Lock display, LiveStep root, Task<TaskOutcome> task)
    {
        using var screen = new LiveScreen(output);
        var view = new LiveView(screen.Unicode);
        var clock = Stopwatch.StartNew();
        do
            Draw();
        while (await StillRunsAsync(task));
        Draw();

        void Draw()
        {
            lock (display)
                screen.Draw(view.Rows(root, clock.Elapsed));
        }
    }

    private static async Task<bool> StillRunsAsync(Task task)
    {
        await Task.WhenAny(task, Task.Delay(Pause));
        return !task.IsCompleted;
    }
}

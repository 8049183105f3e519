using System.Diagnostics;
using GitOpsTasks.Contracts;
using Spectre.Console;

namespace GitOpsTasks.Cli.Progress;

/// <summary>Progress that is redrawn in place on a terminal. The only part that loads Spectre.Console.</summary>
internal static class LiveProgress
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Runs a task while its steps are drawn ten times a second; drawing starts with the first step.</summary>
    public static async Task<TaskOutcome> RunAsync(TextWriter output, Func<IProgressStep, Task<TaskOutcome>> run)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.No,
            Out = new TerminalOutput(output),
        });
        var display = new Lock();
        var root = LiveStep.Root(display);
        var task = Task.Run(() => run(root));
        while (root.Children.Count == 0 && await StillRunsAsync(task))
        {
        }

        if (root.Children.Count > 0)
            await console.Live(Text.Empty).Overflow(VerticalOverflow.Ellipsis).StartAsync(live => DrawAsync(live, task));
        return await task;

        async Task DrawAsync(LiveDisplayContext live, Task<TaskOutcome> running)
        {
            var view = new LiveView(console.Profile.Capabilities.Unicode);
            var clock = Stopwatch.StartNew();
            do
            {
                lock (display)
                    live.UpdateTarget(view.Draw(root, clock.Elapsed));
            }
            while (await StillRunsAsync(running));

            lock (display)
                live.UpdateTarget(view.Draw(root, clock.Elapsed));
        }
    }

    private static async Task<bool> StillRunsAsync(Task task)
    {
        await Task.WhenAny(task, Task.Delay(Pause));
        return !task.IsCompleted;
    }
}

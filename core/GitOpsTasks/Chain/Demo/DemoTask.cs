using System.Text;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Chain.Demo;

/// <summary>The whole chain on an example of its own, with nothing needed but .NET and git.</summary>
public static class DemoTask
{
    /// <summary>One sentence: what it is for.</summary>
    public const string Summary = "Makes an example application and its configuration repository, and runs the whole chain on them.";

    /// <summary>The task as hosts see it.</summary>
    public static TaskDeclaration<DemoRequest, DemoResult> Declaration { get; } = new("demo", Summary)
    {
        Inputs = DemoInputs.All,
        Outputs = [new("changed", InputKind.Flag, "Whether any step wrote anything.", result => result.Run.Changed ? "true" : "false")],
        Examples =
        [
            new("demo", "make the example in ./gitops-demo and run it; again, to see that nothing changes"),
            new("demo /tmp/try", "make it elsewhere"),
        ],
        ReadRequest = DemoRequest.From,
        Execute = RunAsync,
        Json = ChainJson.Default.DemoResult,
        Text = Render,
    };

    /// <summary>Runs the demo.</summary>
    /// <exception cref="TaskFailedException">The folder is taken, or git is not there.</exception>
    public static async Task<TaskOutcome<DemoResult>> RunAsync(DemoRequest request, EngineContext context, CancellationToken cancellationToken)
    {
        var folder = Path.TrimEndingDirectorySeparator(context.Resolve(request.Folder));
        await DemoWorld.EnsureAsync(context, folder, cancellationToken);
        var app = context with { Directory = Path.Join(folder, "app") };
        var outcome = await RunTask.RunAsync(new RunRequest(), app, cancellationToken);
        return new TaskOutcome<DemoResult>(
            outcome.ExitCode, outcome.Result is { } run ? new DemoResult(folder, run) : null, outcome.Diagnostics);
    }

    private static string Render(DemoResult result)
    {
        var text = new StringBuilder(RunTask.Render(result.Run)).Append('\n');
        text.Append($"application    {result.App}\nconfiguration  {result.Configuration}\nimage          {result.Image}\n");
        if (result.Run.Promotions.FirstOrDefault(promotion => promotion.Url is not null) is not { } promotion)
            return text.ToString();
        var git = $"git -C {Shell(result.Configuration)}";
        (string Command, string Effect)[] next =
        [
            ($"{git} log --stat main", "the bump: one line of one file"),
            ($"{git} diff main {promotion.Branch}", "what the pull request asks for"),
            ($"{git} fetch . {promotion.Branch}:main", "merge it"),
            ($"gitops run --directory {Shell(result.App)}", "run the chain again: prod is next"),
        ];
        text.Append("\nTry next:\n");
        foreach (var (command, effect) in next)
            text.Append($"  {command}\n      {effect}\n");
        return text.ToString();
    }

    private static string Shell(string path) =>
        path.All(c => char.IsLetterOrDigit(c) || "/\\:._-".Contains(c)) ? path : $"'{path.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}

using GitOpsTasks.Contracts;
using GitOpsTasks.Processes;

namespace GitOpsTasks.SampleHost;

/// <summary>A task that repeats words, ends as it is told to, and can wait on a child process.</summary>
internal static class EchoTask
{
    public static TaskDeclaration<EchoRequest, EchoResult> Declaration { get; } = new("echo", "Repeats words.")
    {
        Inputs =
        [
            EchoInputs.Words, EchoInputs.Style, EchoInputs.Loud, EchoInputs.Times, EchoInputs.Ending, EchoInputs.Label,
            EchoInputs.Token,
        ],
        Outputs =
        [
            new("said", InputKind.Text, "The words.", result => result.Said),
            new("labels", InputKind.TextList, "The labels.", result => string.Join('\n', result.Labels)),
            new("key", InputKind.Text, "The token.", result => result.Token) { Secret = true },
        ],
        ReadRequest = EchoRequest.From,
        Execute = RunAsync,
        Json = EchoJson.Default.EchoResult,
        Examples = [new TaskExample("echo hello --loud", "says HELLO")],
    };

    /// <summary>The same with words of its own for people.</summary>
    public static TaskDeclaration<EchoRequest, EchoResult> WithText { get; } =
        Declaration with { Text = result => $"it said {result.Said}\n" };

    private static async Task<TaskOutcome<EchoResult>> RunAsync(
        EchoRequest request, EngineContext context, CancellationToken cancellationToken)
    {
        using var step = context.Progress.Begin("echo words");
        using (var part = step.Begin("join"))
            part.Report($"{request.Words.Count} words", 0.5);
        var text = string.Join(' ', Enumerable.Repeat(string.Join(' ', request.Words), request.Times));
        var said = request.Loud ? text.ToUpperInvariant() : text;
        var result = new EchoResult(
            said, request.Style, request.Times, request.Labels, request.Token?.Length ?? 0, context.Directory)
        {
            Token = request.Token,
        };
        step.Complete("said it");
        if (request.Ending == EchoEnding.Wait)
            await WaitAsync(said, context, cancellationToken);
        return End(request.Ending, result);
    }

    private static TaskOutcome<EchoResult> End(EchoEnding ending, EchoResult result) => ending switch
    {
        EchoEnding.Findings => new(
            ExitCode.Findings,
            result,
            [Diagnostic.Warning("GOT9001", $"Found {result.Said}", "Look at it.", new SourcePlace("a b.yaml", 3, 5, 3, 9))]),
        EchoEnding.Refused => throw TaskFailedException.Refused("GOT9002", $"No: {result.Said}", "Ask nicely."),
        EchoEnding.Bug => throw new InvalidOperationException(result.Said),
        _ => TaskOutcome<EchoResult>.Done(result, [Diagnostic.Note("GOT9003", "All is well.")]),
    };

    // The child writes its id to the file that was said, then waits longer than any test.
    private static async Task WaitAsync(string file, EngineContext context, CancellationToken cancellationToken) =>
        await context.RunProcess(
            new ProcessCommand("/bin/sh", ["-c", "sleep 300 & echo $! $$ > \"$1.new\"; mv \"$1.new\" \"$1\"; wait", "sh", file])
            {
                WorkingDirectory = context.Directory,
                Environment = context.Environment,
            },
            cancellationToken);
}

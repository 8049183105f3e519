using GitOpsTasks.Processes;

namespace GitOpsTasks.Tests.Processes;

public sealed class TalkingToAProgram
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answers_as_often_as_it_is_asked()
    {
        await using var cat = SystemProcessRunner.StartPiped(Command("cat"), Token);
        var answer = new byte[4];
        for (var round = 0; round < 5; round++)
        {
            await cat.Input.WriteAsync("ping"u8.ToArray(), Token);
            await cat.Input.FlushAsync(Token);
            await cat.Output.ReadExactlyAsync(answer, Token);
            answer.ShouldBe("ping"u8.ToArray());
        }
    }

    [Fact]
    public async Task Sees_only_the_environment_it_is_given()
    {
        await using var env = SystemProcessRunner.StartPiped(Command("env"), Token);
        using var reader = new StreamReader(env.Output);
        (await reader.ReadToEndAsync(Token)).Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldAllBe(line => line.StartsWith("PATH="));
    }

    [Fact]
    public async Task Dies_when_it_is_cancelled()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
        await using var sleep = SystemProcessRunner.StartPiped(Command("sleep", "100"), cancel.Token);
        await cancel.CancelAsync();
        (await sleep.Output.ReadAsync(new byte[1], Token)).ShouldBe(0);
    }

    [Fact]
    public async Task Dies_at_its_deadline()
    {
        await using var sleep = SystemProcessRunner.StartPiped(Command("sleep", "100") with { Deadline = TimeSpan.FromMilliseconds(50) }, Token);
        (await sleep.Output.ReadAsync(new byte[1], Token)).ShouldBe(0);
    }

    private static ProcessCommand Command(string program, params string[] arguments) => new(program, arguments)
    {
        WorkingDirectory = Path.GetTempPath(),
        Environment = new EnvironmentSnapshot([new("PATH", Environment.GetEnvironmentVariable("PATH")!)]),
    };
}

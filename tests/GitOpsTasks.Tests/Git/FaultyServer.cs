using GitOpsTasks.Bump;
using GitOpsTasks.Contracts;
using GitOpsTasks.Git;
using GitOpsTasks.Parts;
using GitOpsTasks.Tests.Forges;

namespace GitOpsTasks.Tests.Git;

/// <summary>A server that git talks to through a proxy which can be told to fail.</summary>
public abstract class FaultyServer : ConfigurationRepository
{
    private protected static readonly bool s_isFull = Environment.GetEnvironmentVariable("GITOPSTASKS_FULL") == "1";

    private protected GitHttpServer _server = null!;
    private protected FaultProxy _proxy = null!;

    private protected string Url => $"{_proxy.Url}/repository.git";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _server = Serve(token: null);
        _proxy = new FaultProxy(_server.Url);
    }

    public override async ValueTask DisposeAsync()
    {
        await _proxy.DisposeAsync();
        await _server.DisposeAsync();
        await base.DisposeAsync();
    }

    private protected EngineContext Instantly(params (string, string?)[] variables) => Place.Context(variables) with { Time = new InstantTime() };

    private protected async Task<(int Requests, int Answers)> MeasureAsync()
    {
        (await BumpAsync(Instantly(), Url, "web:2.9.9")).ExitCode.ShouldBe(ExitCode.Done);
        while (_proxy.PushAnswerBytes == 0)
            await Task.Delay(20, Token);
        return (_proxy.PushRequestBytes, _proxy.PushAnswerBytes);
    }

    // Every byte in the full run, else a number of places spread evenly.
    private protected static IEnumerable<int> Offsets(int bytes, int count, int fullStep = 1)
    {
        var step = s_isFull ? fullStep : Math.Max(1, bytes / count);
        for (var offset = 0; offset < bytes; offset += step)
            yield return offset;
    }

    private protected async Task ShouldLandOnceAsync(string image, string circumstance, params (string, string?)[] variables)
    {
        var start = await Remote.TipAsync("main");
        var outcome = await BumpAsync(Instantly(variables), Url, image);
        outcome.ExitCode.ShouldBe(ExitCode.Done, $"{circumstance}: {string.Join('\n', outcome.Diagnostics)}");
        var commit = ((BumpResult)outcome.UntypedResult!).Commit.ShouldNotBeNull(circumstance);
        (await Remote.TipAsync("main")).ShouldBe(commit, circumstance);
        (await Remote.ResolveAsync("main^")).ShouldBe(start, circumstance);
        (await Remote.NumstatAsync("main^", "main")).ShouldBe([$"1\t1\t{File}"], circumstance);
        ((BumpResult)(await BumpAsync(Instantly(), Url, image)).UntypedResult!).Changed.ShouldBeFalse(circumstance);
        (await Remote.TipAsync("main")).ShouldBe(commit, circumstance);
    }

    private protected void ShouldHaveNoChildren() =>
        Directory.EnumerateDirectories("/proc").Where(folder => int.TryParse(Path.GetFileName(folder), out _)).Select(CommandLineOf)
            .ShouldNotContain(line => line.Contains(Place.Scratch, StringComparison.Ordinal));

    private protected static string CommandLineOf(string folder)
    {
        try
        {
            return System.IO.File.ReadAllText(Path.Combine(folder, "cmdline")) + System.IO.File.ReadAllText(Path.Combine(folder, "environ"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}

using System.Globalization;
using System.Text;

namespace GitOpsTasks.Tests.Yaml.Conformance;

public sealed class FuzzingTheParser(ITestOutputHelper output)
{
    private static readonly bool IsFull = Environment.GetEnvironmentVariable("GITOPSTASKS_FULL") == "1";
    private static readonly TimeSpan LongestInput = TimeSpan.FromSeconds(20);

    private volatile byte[] _current = [];
    private int _done, _onlyOurs, _onlyTheirs, _both, _reviewed;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public Task Survives_mutations_and_noise(int seed)
    {
        byte[][] seeds = [.. Inputs.Seeds().Select(Encoding.UTF8.GetBytes)];
        var fuzzer = new Fuzzer(new Random(seed), seeds);
        return RunAsync(Enumerable.Range(0, IsFull ? 1_000_000 : 12_000).Select(_ => fuzzer.Next()));
    }

    [Fact]
    public Task Survives_being_cut_off_anywhere()
    {
        var seeds = Inputs.Seeds().Select(Encoding.UTF8.GetBytes).Where(seed => IsFull || seed.Length < 400).ToList();
        var step = IsFull ? 1 : 1 + (seeds.Sum(seed => seed.Length) / 8_000);
        return RunAsync(seeds.SelectMany((seed, number) => Lengths(number % step, seed.Length, step).Select(length => seed[..length])));
    }

    private static IEnumerable<int> Lengths(int from, int to, int step)
    {
        for (var length = from; length < to; length += step)
            yield return length;
    }

    private async Task RunAsync(IEnumerable<byte[]> inputs)
    {
        var run = Task.Factory.StartNew(
            () => Run(inputs), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        for (var seen = -1; !run.IsCompleted;)
        {
            await Task.WhenAny(run, Task.Delay(LongestInput));
            if (!run.IsCompleted && seen == _done)
                Assert.Fail($"No end of reading {Literal(_current)}");
            seen = _done;
        }

        var failures = await run;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{_done} inputs; accepted by both {_both}, by us alone {_onlyOurs}, by YamlDotNet alone {_onlyTheirs}; reviewed differences {_reviewed}"));
        failures.ShouldBeEmpty();
    }

    private List<string> Run(IEnumerable<byte[]> inputs)
    {
        var failures = new List<string>();
        foreach (var input in inputs)
        {
            _current = input;
            if (Check(input) is { } failure)
                failures.Add(failure);
            _done++;
            if (failures.Count == 20)
                break;
        }

        return failures;
    }

    private string? Check(byte[] input)
    {
        var (file, complaint) = Verdict.Ours(input);
        if (complaint is not null || file is null)
        {
            var smallest = Shrinker.Shrink(input, smaller => Verdict.Ours(smaller).Complaint is not null);
            return $"{Literal(smallest)}: {Verdict.Ours(smallest).Complaint}";
        }

        if (Verdict.Compare(file) is not { } comparison)
            return null;
        Count(comparison);
        return Verdict.IsUnreviewed(comparison) ? Differing(Shrinker.Shrink(input, smaller => Differing(smaller) is not null)) : null;
    }

    private void Count(Comparison comparison)
    {
        _onlyOurs += comparison.IsValid && !comparison.Theirs.IsValid ? 1 : 0;
        _onlyTheirs += !comparison.IsValid && comparison.Theirs.IsValid ? 1 : 0;
        _both += comparison.IsValid && comparison.Theirs.IsValid ? 1 : 0;
        _reviewed += comparison.DiffersInEvents ? 1 : 0;
    }

    private static string? Differing(byte[] input) =>
        Verdict.Ours(input).File is { } file && Verdict.Compare(file) is { } comparison && Verdict.IsUnreviewed(comparison)
            ? comparison.ToString()
            : null;

    private static string Literal(byte[] input) => $"{Comparison.Escaped(Encoding.UTF8.GetString(input))} ({Convert.ToHexString(input)})";
}

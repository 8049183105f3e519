namespace GitOpsTasks.Benchmarks.Lint;

/// <summary>Runs of one command line.</summary>
/// <param name="name">What it is.</param>
/// <param name="program">The program.</param>
/// <param name="arguments">Its arguments.</param>
internal sealed class LintRuns(string name, string program, params string[] arguments)
{
    private readonly List<MeasuredRun> _runs = [];

    /// <summary>How long it took.</summary>
    public Series Wall { get; } = new(name);

    /// <summary>How much time of processors it took.</summary>
    public Series Processor { get; } = new(name);

    /// <summary>The most memory of any run, in MB.</summary>
    public double PeakMegabytes => _runs.Max(run => run.PeakMegabytes);

    /// <summary>How many cores were busy in the run with the most.</summary>
    public double MostCores => _runs.Max(run => run.Processor / run.Wall);

    /// <summary>Runs it once more.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="outputFile">Gets what it prints.</param>
    /// <param name="counts">Whether the run is one of those measured.</param>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public async Task RunAsync(string folder, string outputFile, bool counts = true)
    {
        var run = await MeasuredRun.RunAsync(folder, outputFile, program, arguments);
        if (run.ExitCode is not (0 or 1))
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {run.ExitCode}: {await File.ReadAllTextAsync(outputFile)}");
        if (!counts)
            return;
        _runs.Add(run);
        Wall.Add(run.Wall);
        Processor.Add(run.Processor);
    }

    /// <summary>Prints a line of figures.</summary>
    public void Print(TextWriter output) => output.WriteLine(
        $"  {name,-34}{Wall.Median,9:0} ms   10 % {Wall.Low,7:0}   90 % {Wall.High,7:0}   processor {Processor.Median,7:0} ms   {MostCores,5:0.00} cores   {PeakMegabytes,6:0} MB");
}

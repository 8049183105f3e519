using System.Globalization;
using GitOpsTasks.Parts;

namespace GitOpsTasks.Benchmarks.Storm;

/// <summary>What a run of many processes came to.</summary>
internal sealed record StormRun(IReadOnlyList<GitOpsAnswer> Answers, TimeSpan Took, bool AtOnce)
{
    /// <summary>The commits it added to the branch.</summary>
    public int Commits { get; private init; }

    /// <summary>What is wrong with its commits; <c>yes</c> where they are a line of commits that change one line each.</summary>
    public string Faults { get; private init; } = "yes";

    /// <summary>Whether each commit of versions is of a higher version than the one before.</summary>
    public bool Rises { get; private init; }

    public int Failures => Answers.Count(answer => answer.ExitCode != 0);

    /// <summary>How many ended well without a commit, and said that a newer version is there.</summary>
    public int Superseded => Answers.Count(answer => answer is { ExitCode: 0, Commit: null } && answer.Codes.Contains("GOT3050"));

    public double MeanAttempts => Answers.Average(answer => answer.Attempts);

    public static async Task<StormRun> OfAsync(
        BareRepository remote, string before, IReadOnlyList<string> bumps, IReadOnlyList<GitOpsAnswer> answers, TimeSpan took, bool atOnce)
    {
        var lines = (await remote.GitAsync("rev-list", "--reverse", "--parents", $"{before}..main")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var commits = lines.Select(line => line.Split(' ')).ToList();
        await remote.FsckAsync();
        var subjects = (await remote.SubjectsAsync($"{before}..main")).Reverse().Select(subject => subject.Split(' ')[^1]).ToList();
        return new StormRun(answers, took, atOnce)
        {
            Commits = commits.Count,
            Faults = await FaultsOfAsync(remote, commits, answers),
            Rises = subjects.TrueForAll(tag => Version.TryParse(tag, out _)) && subjects.Select(Version.Parse).SequenceEqual(subjects.Select(Version.Parse).Order()),
        };
    }

    public override string ToString()
    {
        var times = new Series("");
        foreach (var answer in Answers)
            times.Add(answer.Took);
        var attempts = Answers.Select(answer => answer.Attempts).Order().ToList();
        var errors = Answers.Where(answer => answer.ExitCode != 0).Select(answer => $"\n  exit {answer.ExitCode}: {answer.Error.Trim()} {answer.Out.Trim()}");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"  {(AtOnce ? "at once" : "in turn"),-8} {Took.TotalSeconds,6:0.0} s   of a process: p50 {times.At(0.5) / 1000:0.0} s, p95 {times.At(0.95) / 1000:0.0} s   attempts: mean {MeanAttempts:0.0}, p95 {attempts[(int)(0.95 * (attempts.Count - 1))]}, most {attempts[^1]}")
            + string.Concat(errors.Take(3));
    }

    private static async Task<string> FaultsOfAsync(BareRepository remote, List<string[]> commits, IReadOnlyList<GitOpsAnswer> answers)
    {
        if (commits.Exists(commit => commit.Length != 2))
            return "merges";
        foreach (var commit in commits)
        {
            if (await remote.NumstatAsync(commit[1], commit[0]) is not ["1\t1\tapps/all/kustomization.yaml"])
                return "other changes";
        }

        var told = answers.Select(answer => answer.Commit).OfType<string>().Order(StringComparer.Ordinal);
        return told.SequenceEqual(commits.Select(commit => commit[0]).Order(StringComparer.Ordinal)) ? "yes" : "told otherwise";
    }
}

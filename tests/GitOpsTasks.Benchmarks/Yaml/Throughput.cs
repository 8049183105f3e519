using System.Text;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Benchmarks.Yaml;

/// <summary>
/// Megabytes a second and bytes allocated, ours and YamlDotNet's. All take turns, so that a busy machine slows each.
/// YamlDotNet reads every eighth file a round, as it would take most of the time otherwise; figures are for a byte read.
/// </summary>
internal static class Throughput
{
    private const int Rounds = 5;
    private const int OneOf = 8;

    public static IEnumerable<Demand> Measure(byte[][] files, TextWriter output)
    {
        // YamlDotNet rejects some files of the corpus that are valid: both read what both accept.
        var some = files.Where((_, i) => i % OneOf == 0).Where(YamlDotNetReading.Accepts).ToArray();
        var texts = some.Select(Encoding.UTF8.GetString).ToArray();
        var invalid = files.Count(file => !YamlFile.Parse(file, "a.yaml").IsValid);
        if (invalid > 0)
            output.WriteLine($"{invalid} files are not valid to our parser");

        Subject theirs = new("YamlDotNet events", some, YamlDotNetReading.Events);
        Subject one = new("ours, tree", files, OwnReading.Trees);
        Subject two = new("ours, tree, two threads", files, all => OwnReading.TreesOnThreads(all, 2));
        Subject[] subjects =
        [
            theirs,
            new("YamlDotNet events of strings", some, _ => Array.ForEach(texts, YamlDotNetReading.ReadEvents)),
            new("YamlDotNet YamlStream", some, YamlDotNetReading.Trees),
            one,
            new("ours, the same eighth of files", some, OwnReading.Trees),
            new("ours, tree and all values", files, OwnReading.Values),
            two,
        ];
        foreach (var subject in subjects)
            subject.WarmUp(TimeSpan.FromSeconds(3));
        for (var round = 0; round < Rounds; round++)
            Array.ForEach(subjects, subject => subject.Measure());

        Print(output, subjects, theirs);
        return
        [
            AtLeast(8, one.Best / theirs.Best, "times as fast as YamlDotNet's events, one thread"),
            AtLeast(1.7, two.Best / one.Best, "times faster again on two threads"),
            new Demand(
                $"at most 0.1 of YamlDotNet's allocation: {one.Allocated / theirs.Allocated:0.000}",
                one.Allocated * 10 <= theirs.Allocated),
        ];
    }

    private static Demand AtLeast(double asked, double measured, string what) =>
        new($"at least {asked} {what}: {measured:0.00}", measured >= asked);

    private static void Print(TextWriter output, Subject[] subjects, Subject theirs)
    {
        output.WriteLine();
        output.WriteLine($"{Rounds} rounds in turns; MB/s of the best round and of the median; the ratio is of the best rounds; MB for a second of processors");
        output.WriteLine($"{"",-32}{"best",10}{"median",10}{"ratio",10}{"MB/CPU s",12}{"allocated B/B",16}");
        foreach (var subject in subjects)
        {
            output.WriteLine(
                $"{subject.Name,-32}{subject.Best,10:0.0}{subject.Median,10:0.0}{subject.Best / theirs.Best,10:0.00}{subject.BestOfProcessor,12:0.0}{subject.Allocated,16:0.00}");
        }
    }
}

using System.Text.RegularExpressions;
using GitOpsTasks.Edits;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Tests.Merge;

/// <summary>Both sides bump, add, remove, move and comment at will: no change of either side is ever lost without a mark.</summary>
public sealed partial class MergingRandomHistories : MergedVersions
{
    private static int Count => Environment.GetEnvironmentVariable("GITOPSTASKS_FULL") == "1" ? 3_000 : 150;

    [Fact]
    public async Task Gives_what_merging_the_entries_gives_or_a_conflict()
    {
        var clean = 0;
        for (var seed = 0; seed < Count; seed++)
        {
            var random = new Random(seed);
            var start = Enumerable.Range(0, random.Next(1, 5)).Select(i => new Entry($"app{i}", "1.0.0", "")).ToList();
            var (ours, theirs) = (Change(random, start), Change(random, start));
            var merged = await MergeAsync(Write(start), Write(ours), Write(theirs));
            merged.Diagnostics.ShouldAllBe(found => found.Code == GitOpsTasks.Merge.MergeCodes.Conflict, $"seed {seed}\n{Write(start)}\n{Write(ours)}\n{Write(theirs)}");
            var expected = Merge(Tags(start), Tags(ours), Tags(theirs));
            if (expected is null)
            {
                merged.ExitCode.ShouldBe(1, $"seed {seed}: a conflict was not seen\n{merged.Text}");
            }
            else if (merged.ExitCode == 0)
            {
                clean++;
                Read(merged.Content).ShouldBe(expected, ignoreOrder: true, $"seed {seed}\n{merged.Text}");
            }

            if (merged.ExitCode == 1)
                Marked().IsMatch(merged.Text).ShouldBeTrue($"seed {seed}: no markers\n{merged.Text}");
        }

        clean.ShouldBeGreaterThan(Count / 4, "most histories merge");
    }

    private static List<Entry> Change(Random random, List<Entry> start)
    {
        var entries = start.ToList();
        for (var step = random.Next(0, 4); step > 0; step--)
        {
            var at = entries.Count == 0 ? -1 : random.Next(entries.Count);
            switch (random.Next(6))
            {
                case 0 or 1 when at >= 0:
                    entries[at] = entries[at] with { Tag = $"1.{random.Next(1, 4)}.0" };
                    break;
                case 2:
                    var name = $"new{random.Next(3)}";
                    if (!entries.Exists(entry => entry.Name == name))
                        entries.Insert(random.Next(2) == 0 ? entries.Count : random.Next(entries.Count + 1), new Entry(name, $"2.{random.Next(2)}.0", ""));
                    break;
                case 3 when entries.Count > 1:
                    entries.RemoveAt(at);
                    break;
                case 4 when at >= 0:
                    entries[at] = entries[at] with { Comment = $" # {random.Next(3)}" };
                    break;
                case 5 when entries.Count > 1 && random.Next(3) == 0:
                    entries.Reverse();
                    break;
            }
        }

        return entries;
    }

    private static string Write(List<Entry> entries) =>
        "# shop\nimages:\n" + string.Concat(entries.Select(entry => $"- name: {entry.Name}\n  newTag: {entry.Tag}{entry.Comment}\n")) + "resources:\n- ../base\n";

    private static Dictionary<string, string> Tags(List<Entry> entries) => entries.ToDictionary(entry => entry.Name, entry => entry.Tag);

    private static Dictionary<string, string>? Merge(Dictionary<string, string> start, Dictionary<string, string> ours, Dictionary<string, string> theirs)
    {
        var result = new Dictionary<string, string>();
        foreach (var name in start.Keys.Concat(ours.Keys).Concat(theirs.Keys).Distinct())
        {
            var (o, a, b) = (start.GetValueOrDefault(name), ours.GetValueOrDefault(name), theirs.GetValueOrDefault(name));
            if (o != a && o != b && a != b)
                return null;
            if ((o == a ? b : a) is { } tag)
                result[name] = tag;
        }

        return result;
    }

    private static List<KeyValuePair<string, string>> Read(byte[] content) =>
    [
        .. ImageFileEdit.SitesOf(new TreeFile(TreePath.Parse("kustomization.yaml"), content))
            .Select(site => KeyValuePair.Create(site.Name, site.Current.Tag!)),
    ];

    [GeneratedRegex("^<<<<<<< ours\n(.*\n)*=======\n(.*\n)*>>>>>>> theirs\n", RegexOptions.Multiline)]
    private static partial Regex Marked();

    private sealed record Entry(string Name, string Tag, string Comment);
}

using System.Text;
using GitOpsTasks.Yaml;
using YamlDotNet.RepresentationModel;

namespace GitOpsTasks.Tests.Yaml;

public sealed class WritingValues
{
    private const string Signs = "ab:#-'\"\\ \n\t{}[],&*!|>%@`0~?ü";

    private static readonly string[] s_awkward =
    [
        "", " ", "yes", "No", "on", "OFF", "y", "n", "true", "~", "null", "NULL", "0777", "0o7", "0x1F", "08", "1e3", "1_000", "1.5", ".5", "-1", "+1", ".inf", "-.INF", ".NaN",
        "12:30", "12:30:45", "2001-12-14", "2001-12-14t21:59:43.10-05:00", "=", "<<", "-", "- a", "a: b", "a:", ":a", "a #b", "#a", "&a", "*a", "!a", "%a", "@a", "`a", "|", ">", "{a", "}", "[a", "]",
        ",", "?", "? a", "'a'", "\"a\"", "it's", "a\\b", "a ", " a", "\ta", "a\t", "a\tb", "a\nb", "a\nb\n", "a\n\nb", "a\n\n", "\na", " a\nb", "a\n b", "a \nb", "a\tb\nc", "a\r\nb", "a\u0007b", "a\u0085b",
        "a\u2028b", "a\uFEFFb", "ü😀", "---", "...", "--- a", "a\n---\nb", "{{ a }}", "${a}", "key=value: x", "sha256:abc", "http://a.b/c#d", "1.10", "v1",
    ];

    public static TheoryData<string> Awkward => [.. s_awkward];

    [Theory]
    [MemberData(nameof(Awkward))]
    public void Every_reader_takes_a_text_for_that_text(string text)
    {
        var written = Write(new YamlMap { { "a", text }, { text, "key" }, { "list", new YamlList { text, new YamlMap { { "b", text } } } } });
        Strings(written).ShouldBe(["a", text, text, "key", "list", text, "b", text], written);
        foreach (var schema in (YamlSchema[])[YamlSchema.Core, YamlSchema.Yaml11])
            Scalars(YamlFile.Parse(Encoding.UTF8.GetBytes(written), "").Documents[0]).ShouldAllBe(node => node.TypeIn(schema) == YamlScalarType.String);
    }

    [Fact]
    public void Lines_of_text_stay_lines() =>
        Write(new YamlMap { { "a", "one\n\n  two: 'x'\nthree\n" }, { "b", "one\ntwo" } }).ShouldBe("a: |\n  one\n\n    two: 'x'\n  three\nb: |-\n  one\n  two\n");

    [Fact]
    public void Numbers_and_truth_are_plain_and_what_is_not_there_is_left_out() =>
        Write(new YamlMap { { "a", 3 }, { "b", true }, { "c", null }, { "d", new YamlMap() }, { "e", new YamlList() }, { "f", "3" } })
            .ShouldBe("a: 3\nb: true\nd: {}\ne: []\nf: \"3\"\n");

    [Fact]
    public void Any_tree_reads_back_as_it_was_by_both_readers()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            var tree = Map(random, 4);
            var written = Write(tree);
            Strings(written).ShouldBe([.. Leaves(tree)], $"seed {seed}:\n{written}");
            var stream = new YamlStream();
            Should.NotThrow(() => stream.Load(new StringReader(written)), $"seed {seed}:\n{written}");
            Leaves(stream.Documents[0].RootNode).ShouldBe([.. Leaves(tree)], $"YamlDotNet, seed {seed}:\n{written}");
            written.ShouldEndWith("\n");
            written.ShouldNotContain('\r');
        }
    }

    private static string Write(YamlValue value) => Encoding.UTF8.GetString(YamlWriter.WriteFile(value));

    private static IReadOnlyList<string> Strings(string yaml)
    {
        var file = YamlFile.Parse(Encoding.UTF8.GetBytes(yaml), "");
        file.Diagnostics.ShouldBeEmpty(yaml);
        return [.. Scalars(file.Documents.ShouldHaveSingleItem(yaml)).Select(node => node.Value)];
    }

    private static IEnumerable<GitOpsTasks.Yaml.YamlNode> Scalars(GitOpsTasks.Yaml.YamlNode node) =>
        node.IsMapping ? node.Pairs.SelectMany(pair => Scalars(pair.Key).Concat(Scalars(pair.Value)))
        : node.IsSequence ? node.Items.SelectMany(Scalars)
        : [node];

    private static IEnumerable<string> Leaves(YamlValue value) => value switch
    {
        YamlMap map => map.SelectMany(pair => Leaves(pair.Value).Prepend(pair.Key)),
        YamlList list => list.SelectMany(Leaves),
        YamlText text => [text.Text],
        YamlPlain plain => [plain.Text],
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    private static IEnumerable<string> Leaves(YamlDotNet.RepresentationModel.YamlNode node) => node switch
    {
        YamlMappingNode map => map.Children.SelectMany(pair => Leaves(pair.Key).Concat(Leaves(pair.Value))),
        YamlSequenceNode list => list.Children.SelectMany(Leaves),
        YamlScalarNode scalar => [scalar.Value ?? ""],
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };

    private static YamlMap Map(Random random, int depth)
    {
        var map = new YamlMap();
        for (var index = random.Next(5); index >= 0; index--)
        {
            var key = random.Next(2) == 0 ? s_awkward[random.Next(s_awkward.Length)] : Text(random);
            if (IsMisreadByYamlDotNet(key))
                continue;
            if (map[key] is null)
                map.Add(key, Value(random, depth));
        }

        return map;
    }

    private static YamlValue Value(Random random, int depth) => random.Next(depth == 0 ? 3 : 6) switch
    {
        0 => Text(random),
        1 => random.Next(-5, 5000),
        2 => random.Next(2) == 0,
        3 => new YamlList(Enumerable.Range(0, random.Next(4)).Select(_ => Value(random, depth - 1))),
        _ => Map(random, depth - 1),
    };

    // As keys without quotes it takes them for the beginning of something else: the specification and go-yaml do not.
    private static bool IsMisreadByYamlDotNet(string key) => key.AsSpan().IndexOfAny('?', '"', '\'') >= 0 || key.StartsWith(':');

    private static string Text(Random random) => random.Next(4) switch
    {
        0 => s_awkward[random.Next(s_awkward.Length)],
        1 => string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => Signs[random.Next(Signs.Length)])),
        _ => string.Concat(Enumerable.Range(0, random.Next(1, 8)).Select(_ => (char)random.Next('a', 'z'))),
    };
}

using System.Text;
using GitOpsTasks.Contracts;
using GitOpsTasks.Generate;

namespace GitOpsTasks.Tests.Generate;

public sealed class ReadingAnEnvFile
{
    /// <summary>Lines that are accepted, with the value and, where dotenv readers differ, a word of the warning.</summary>
    public static TheoryData<string, string, string?> AcceptedLines { get; } = new()
    {
        { "K=v", "v", null },
        { "K=", "", null },
        { "K=a=b", "a=b", null },
        { "K==", "=", null },
        { "  K=v", "v", null },
        { "\tK=v", "v", null },
        { "K=a b", "a b", null },
        { "K=a\"b", "a\"b", null },
        { "K=it's", "it's", null },
        { "K={\"a\": 1}", "{\"a\": 1}", null },
        { "K=\\n", "\\n", null },
        { "K=a\tb", "a\tb", null },
        { "K=ü😀", "ü😀", null },
        { "K=true", "true", null },
        { "K=1e3", "1e3", null },
        { "K=null", "null", null },
        { "K=012", "012", null },
        { "K=~", "~", null },
        { "K=http://x:80/?a=b&c", "http://x:80/?a=b&c", null },
        { "k.l-m_N=v", "v", null },
        { "_K=v", "v", null },
        { "K=v\r", "v", null },
        { "K=\"v\"", "\"v\"", "quotes" },
        { "K='v'", "'v'", "quotes" },
        { "K=`v`", "`v`", "quotes" },
        { "K= \"v\"", " \"v\"", "quotes" },
        { "K=\"open", "\"open", "quotes" },
        { "K=v ", "v ", "space" },
        { "K=v\t", "v\t", "space" },
        { "K= v", " v", "space" },
        { "K=v #c", "v #c", "'#'" },
        { "K=v#c", "v#c", "'#'" },
        { "K=#c", "#c", "'#'" },
        { "K=$X", "$X", "'$'" },
        { "K=${X:-d}", "${X:-d}", "'$'" },
        { "K=a$", "a$", "'$'" },
        { "K", "", "without '='" },
    };

    [Theory]
    [MemberData(nameof(AcceptedLines))]
    public void Takes_a_line_literally_and_warns_where_dotenv_differs(string line, string value, string? warning)
    {
        var file = Read("# first\n\n" + line + "\n");
        file.Values.Values.ShouldBe([value]);
        if (warning is null)
        {
            file.Diagnostics.ShouldBeEmpty();
            return;
        }

        var diagnostic = file.Diagnostics.Single();
        diagnostic.Severity.ShouldBe(Severity.Warning);
        diagnostic.Code.ShouldBe("GOT4003");
        diagnostic.Message.ShouldContain(warning);
        diagnostic.Place!.Line.ShouldBe(3);
    }

    [Fact]
    public async Task Takes_each_line_as_kustomize_does()
    {
        using var workshop = new Workshop();
        var lines = AcceptedLines.Select((row, index) => row.Data.Item1.Replace("k.l-m_N", "K").Replace("_K", "K") is var line
            ? line.Insert(line.IndexOf('K') + 1, $"{index:00}")
            : "");
        var text = "\uFEFF# comment\n  # indented\n\n" + string.Join('\n', lines);
        workshop.Write("o/a.env", text);
        workshop.Write("o/kustomization.yaml", "configMapGenerator:\n- name: a\n  envs: [a.env]\ngeneratorOptions: {disableNameSuffixHash: true}\n");
        var theirs = Yaml.Document.Root(await workshop.KustomizeAsync("o"))["data"]!.Value.Pairs.ToDictionary(pair => pair.Key.Value, pair => pair.Value.Value);
        var ours = Read(text).Values;
        ours.Count.ShouldBe(AcceptedLines.Count);
        ours.OrderBy(pair => pair.Key).ShouldBe(theirs.OrderBy(pair => pair.Key));
    }

    [Theory]
    [InlineData("=v", "1: error GOT4002: This line has no key.")]
    [InlineData("export K=v", "1: error GOT4002: 'export' would become part of the key.")]
    [InlineData("K =v", "1: error GOT4002: The space before '=' would become part of the key.")]
    [InlineData("  K L=v", "3: error GOT4002: The key cannot stand in a ConfigMap.")]
    [InlineData("K: v", "1: error GOT4002: The key cannot stand in a ConfigMap.")]
    [InlineData("1K=v", "1: error GOT4002: The key cannot stand in a ConfigMap.")]
    [InlineData("K/L=v", "1: error GOT4002: The key cannot stand in a ConfigMap.")]
    [InlineData("l2\"", "1: error GOT4002: The key cannot stand in a ConfigMap.")]
    [InlineData("K=a\u0001b", "3: error GOT4002: The value cannot stand in a ConfigMap.")]
    [InlineData("K=a\u007f", "3: error GOT4002: The value cannot stand in a ConfigMap.")]
    [InlineData("K=a\rb", "3: error GOT4002: The value cannot stand in a ConfigMap.")]
    [InlineData("A=2", "1: error GOT4002: The key 'A' stands here a second time.")]
    public void Refuses_what_others_lose_or_garble(string line, string expected)
    {
        var file = Read("A=1\n" + line + "\n");
        file.Values.Keys.ShouldBe(["A"]);
        file.Diagnostics.Single().ToString().ShouldStartWith("a.env:2:" + expected);
    }

    [Fact]
    public void Refuses_text_that_is_not_utf8() =>
        EnvFileReader.Read([(byte)'A', (byte)'=', 0xE4], "a.env").Diagnostics.Single().ToString().ShouldStartWith("a.env:1:1: error GOT4002: This line is not UTF-8.");

    [Fact]
    public void Loses_nothing_behind_a_long_line()
    {
        var file = Read($"A={new string('x', 100_000)}\nB=2\n");
        file.Values["A"].Length.ShouldBe(100_000);
        file.Values["B"].ShouldBe("2");
    }

    [Fact]
    public void Never_shows_a_value() =>
        Read("A=\"hunter2\"\nA=hunter2\nB=hunter2\u0001\n").Diagnostics.ShouldAllBe(d => !d.ToString().Contains("hunter2"));

    private static EnvFile Read(string text) => EnvFileReader.Read(Encoding.UTF8.GetBytes(text), "a.env");
}

using System.Text;
using GitOpsTasks.Contracts;
using GitOpsTasks.Generate.Env;

namespace GitOpsTasks.Tests.Generate.Env;

public sealed class ReadingAnEnvFile
{
    public static TheoryData<EnvLine> Lines => [.. EnvLine.All];

    [Theory]
    [MemberData(nameof(Lines))]
    public void Takes_a_line_literally_as_documented(EnvLine line) => ShouldBe(Read(line.Text), line.Literal, line.IsWarnedOf);

    [Theory]
    [MemberData(nameof(Lines))]
    public void Takes_a_line_as_the_dotenv_family_does_as_documented(EnvLine line) =>
        ShouldBe(Read(line.Text, EnvFormat.Dotenv), line.Dotenv, isWarnedOf: line.Dotenv is not null && line.Dotenv != line.Literal);

    [Fact]
    public async Task Takes_each_line_as_kustomize_does()
    {
        using var workshop = new Workshop();
        var lines = EnvLine.All.Where(line => line.IsOneVariable).ToList();
        lines.Count.ShouldBeGreaterThanOrEqualTo(60);
        foreach (var (index, line) in lines.Index())
            workshop.Write($"o/r{index:00}.env", $"\uFEFF# comment\n\n{line.Text}\n");
        workshop.Write("o/kustomization.yaml", "generatorOptions: {disableNameSuffixHash: true}\nconfigMapGenerator:\n" + string.Concat(lines.Select((_, index) => $"- {{name: r{index:00}, envs: [r{index:00}.env]}}\n")));
        var theirs = Options.Manifests.Of(await workshop.KustomizeAsync("o")).ToDictionary(map => map["metadata"]!["name"]!.GetValue<string>(), map => map["data"]!.AsObject().Single());
        foreach (var (index, line) in lines.Index())
        {
            var their = theirs[$"r{index:00}"];
            Read(line.Text).Values.Single().ShouldBe(KeyValuePair.Create(their.Key, their.Value!.GetValue<string>()), line.Text);
        }
    }

    [Theory]
    [InlineData("=v", "1: error GOT4002: This line has no key.")]
    [InlineData("export K=v", "1: error GOT4002: 'export' would become part of the key.")]
    [InlineData("K =v", "1: error GOT4002: The space before '=' would become part of the key.")]
    [InlineData("  K L=v", "3: error GOT4002: The key cannot stand in a ConfigMap.")]
    [InlineData("l2\"", "1: error GOT4002: The key cannot stand in a ConfigMap.")]
    [InlineData("K=a\u0001b", "3: error GOT4002: The value cannot stand in a ConfigMap.")]
    [InlineData("K=a\u007f", "3: error GOT4002: The value cannot stand in a ConfigMap.")]
    [InlineData("K=a\rb", "3: error GOT4002: The value cannot stand in a ConfigMap.")]
    [InlineData("A=2", "1: error GOT4002: The key 'A' stands here a second time.")]
    public void Refuses_what_others_lose_or_garble(string line, string expected) => Refuses(line, EnvFormat.Literal, expected);

    [Theory]
    [InlineData("K", "1: error GOT4002: This line has no '='.")]
    [InlineData("  K L=v", "3: error GOT4002: The key has space in it.")]
    [InlineData("export 1K=v", "8: error GOT4002: The key cannot stand in a ConfigMap.")]
    [InlineData("K = \"open", "5: error GOT4002: The quote is not closed.")]
    [InlineData("K='a'b", "3: error GOT4002: Text stands after the closing quote.")]
    [InlineData("K=$X", "3: error GOT4002: Nothing above sets 'X'.")]
    [InlineData("K=${A", "3: error GOT4002: '${' has no '}'.")]
    [InlineData("K=\"\\r\"", "3: error GOT4002: The value cannot stand in a ConfigMap.")]
    public void Refuses_what_the_dotenv_family_does_not_agree_upon(string line, string expected) => Refuses(line, EnvFormat.Dotenv, expected);

    [Theory]
    [InlineData(EnvFormat.Literal)]
    [InlineData(EnvFormat.Dotenv)]
    public void Loses_nothing_behind_a_long_line_and_tells_who_does(EnvFormat format)
    {
        var file = Read($"Z=1\nA={new string('x', 65_533)}\nB={new string('$', 1_000_000)}\nC=2\n".Replace("$", "y"), format);
        file.Values.Select(pair => (pair.Key, pair.Value.Length)).ShouldBe([("Z", 1), ("A", 65_533), ("B", 1_000_000), ("C", 1)]);
        file.Diagnostics.Single().ToString().ShouldStartWith("a.env:3:1: warning GOT4003: kustomize and kubectl would lose this line");
    }

    [Fact]
    public void Refuses_text_that_is_not_utf8() =>
        EnvFileReader.Read([(byte)'A', (byte)'=', 0xE4], "a.env").Diagnostics.Single().ToString().ShouldStartWith("a.env:1:1: error GOT4002: This line is not UTF-8.");

    [Theory]
    [InlineData(EnvFormat.Literal)]
    [InlineData(EnvFormat.Dotenv)]
    public void Never_shows_a_value(EnvFormat format) =>
        Read("A=\"hunter2\"\nA=hunter2\nB=hunter2\u0001\nC='hunter2\nD=${A:?hunter2}${hunter2\n", format).Diagnostics.ShouldAllBe(d => !d.ToString().Contains("hunter2"));

    private static void Refuses(string line, EnvFormat format, string expected)
    {
        var file = Read("A=1\n" + line + "\n", format);
        file.Values.Keys.ShouldBe(["A"]);
        file.Diagnostics.Single().ToString().ShouldStartWith("a.env:2:" + expected);
    }

    private static void ShouldBe(EnvFile file, string? value, bool isWarnedOf)
    {
        file.Diagnostics.Any(finding => finding.Severity == Severity.Error).ShouldBe(value is null, string.Join('\n', file.Diagnostics));
        if (value is not null)
            (file.Entries.Count == 0 ? "" : file.Entries[^1].Value).ShouldBe(value);
        file.Diagnostics.Count(finding => finding.Severity == Severity.Warning).ShouldBe(isWarnedOf ? 1 : 0, string.Join('\n', file.Diagnostics));
        file.Diagnostics.ShouldAllBe(finding => finding.Place!.Line > 0 && finding.Place.Column > 0);
    }

    private static EnvFile Read(string text, EnvFormat format = EnvFormat.Literal) => EnvFileReader.Read(Encoding.UTF8.GetBytes(text), "a.env", format);
}

using System.Text;
using GitOpsTasks.Tests.Yaml.Conformance;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Tests.Yaml;

public sealed class ReadingOtherEncodings
{
    private const string Text = "é: 😀 # ü\r\na: &x 'y'\nb: [*x, \"z\"]\n";

    public static TheoryData<string, bool> All { get; } = new MatrixTheoryData<string, bool>(["utf-8", "utf-16", "utf-16BE", "utf-32", "utf-32BE"], [true, false]);

    [Theory]
    [MemberData(nameof(All))]
    public void Gives_each_node_its_bytes_in_the_file(string name, bool withMark)
    {
        var encoding = Encoding.GetEncoding(name);

        // Without a mark, what tells the encoding is that the first character is ASCII (YAML 1.2.2, 5.2).
        var text = withMark ? Text : "# \n" + Text;
        var file = Read(encoding, text, withMark);
        file.IsValid.ShouldBeTrue();
        foreach (var (node, expected) in new[] { (file.Documents[0]["a"]!.Value, "'y'"), (file.Documents[0]["b"]!.Value, "[*x, \"z\"]") })
            encoding.GetString(file.Content.Span[node.Span.Start..node.Span.End]).ShouldBe(expected);
        file.Documents[0]["é"]!.Value.Value.ShouldBe("😀");
        Lossless.Violation(file).ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Counts_lines_and_columns_alike(string name, bool withMark)
    {
        var file = Read(Encoding.GetEncoding(name), withMark ? Text : "#\n" + Text, withMark);
        var place = file.Documents[0]["b"]!.Value.Items.Last().Place;
        (place.Line, place.Column).ShouldBe((withMark ? 3 : 4, 9));
        file.PlaceOf(file.Documents[0]["b"]!.Value.Items.Last().Span).ShouldBe(place);
    }

    [Fact]
    public void Reports_characters_that_are_cut_short()
    {
        byte[] content = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("a: b\n"), 0x41];
        var file = YamlFile.Parse(content, "a.yaml");
        file.Diagnostics.ShouldContain(found => found.Code == YamlCodes.NotUtf8);
        Lossless.Violation(file).ShouldBeNull();
    }

    private static YamlFile Read(Encoding encoding, string text, bool withMark) =>
        YamlFile.Parse((byte[])[.. withMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)], "a.yaml");
}

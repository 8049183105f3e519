using System.Text;
using GitOpsTasks.Contracts;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Tests.Yaml;

public sealed class EditingOtherEncodings
{
    public static TheoryData<string> Names { get; } = ["utf-8", "utf-16", "utf-16BE", "utf-32", "utf-32BE"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Writes_the_encoding_that_the_file_has(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] content = [.. encoding.GetPreamble(), .. encoding.GetBytes("é: 😀 # ü\r\na: 'x'\r\nb: [y]\r\n")];
        var file = YamlFile.Parse(content, "a.yaml");
        var editor = new YamlEditor(file);
        editor.Replace(file.Documents[0]["a"]!.Value, "ß");
        editor.InsertItem(file.Documents[0]["b"]!.Value, "z");
        editor.Apply().ToArray().ShouldBe([.. encoding.GetPreamble(), .. encoding.GetBytes("é: 😀 # ü\r\na: 'ß'\r\nb: [y, z]\r\n")]);
    }

    [Fact]
    public void Refuses_a_file_whose_characters_would_not_survive()
    {
        byte[] content = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("a: x\nb: "), 0x00, 0xD8, .. Encoding.Unicode.GetBytes(" y\n")];
        var file = YamlFile.Parse(content, "a.yaml");
        var editor = new YamlEditor(file);
        editor.Replace(file.Documents[0]["a"]!.Value, "z");
        Should.Throw<TaskFailedException>(() => editor.Apply()).Diagnostics[0].Code.ShouldBe(YamlCodes.EditRefused);
    }

    [Fact]
    public void Keeps_bytes_that_are_not_utf8()
    {
        byte[] content = [.. "v: |\n  a: x\n  b: "u8, 0xFF, .. "\n"u8];
        var file = YamlFile.Parse(content, "a.yaml");
        var editor = new YamlEditor(file);
        var inner = editor.Inside(file.Documents[0]["v"]!.Value);
        inner.Replace(inner.File.Documents[0]["a"]!.Value, "new");
        editor.Apply().ToArray().ShouldBe([.. "v: |\n  a: new\n  b: "u8, 0xFF, .. "\n"u8]);
    }
}

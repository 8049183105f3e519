using System.Text;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Tests.Yaml;

/// <summary>Short spellings for tests of the YAML room.</summary>
internal static class Document
{
    public static YamlFile Parse(string text) => YamlFile.Parse(Encoding.UTF8.GetBytes(text), "a.yaml");

    public static YamlNode Root(string text) => Parse(text).Documents[0];

    public static string TextOf(YamlNode node) => Encoding.UTF8.GetString(node.File.Content.Span[node.Span.Start..node.Span.End]);

    public static string Edit(string text, Action<YamlEditor, YamlNode> edit)
    {
        var file = Parse(text);
        var editor = new YamlEditor(file);
        edit(editor, file.Documents[0]);
        return Encoding.UTF8.GetString(editor.Apply().Span);
    }
}

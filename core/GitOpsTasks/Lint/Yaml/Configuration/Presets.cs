using System.Text;

namespace GitOpsTasks.Lint.Yaml.Configuration;

/// <summary>Configurations that have a name; what yamllint's contain is on its documentation's pages.</summary>
internal static class Presets
{
    /// <summary>The name of the preset of this tool.</summary>
    public const string GitOps = "gitops";

    private const string GitOpsText =
        """
        rules:
          anchors: enable
          indentation: {level: warning, indent-sequences: whatever}
          key-duplicates: enable
          truthy: {level: warning, check-keys: false}
        """;

    private const string DefaultText =
        """
        rules:
          anchors: enable
          braces: enable
          brackets: enable
          colons: enable
          commas: enable
          comments: {level: warning}
          comments-indentation: {level: warning}
          document-end: disable
          document-start: {level: warning}
          empty-lines: enable
          empty-values: disable
          float-values: disable
          hyphens: enable
          indentation: enable
          key-duplicates: enable
          key-ordering: disable
          line-length: enable
          new-line-at-end-of-file: enable
          new-lines: enable
          octal-values: disable
          quoted-strings: disable
          trailing-spaces: enable
          truthy: {level: warning}
        """;

    private const string RelaxedText =
        """
        extends: default
        rules:
          braces: {level: warning, max-spaces-inside: 1}
          brackets: {level: warning, max-spaces-inside: 1}
          colons: {level: warning}
          commas: {level: warning}
          comments: disable
          comments-indentation: disable
          document-start: disable
          empty-lines: {level: warning}
          hyphens: {level: warning}
          indentation: {level: warning, indent-sequences: consistent}
          line-length: {level: warning, allow-non-breakable-inline-mappings: true}
          truthy: disable
        """;

    /// <summary>The text of a preset; null where there is none of the name.</summary>
    public static byte[]? Find(string name) => name switch
    {
        "default" => Encoding.UTF8.GetBytes(DefaultText),
        "relaxed" => Encoding.UTF8.GetBytes(RelaxedText),
        GitOps => Encoding.UTF8.GetBytes(GitOpsText),
        _ => null,
    };

    /// <summary>A preset, read.</summary>
    public static YamlLintConfig Read(string name)
    {
        var read = YamlLintConfigReader.ReadAsync(Find(name)!, name, (_, _) => default, CancellationToken.None);
        return read.IsCompleted ? read.GetAwaiter().GetResult() : throw new InvalidOperationException("Presets read no files.");
    }
}

using GitOpsTasks.Lint.Yaml.Configuration;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Lint.Yaml;

/// <summary>What is looked for in which files; read from a yamllint configuration, or a preset.</summary>
public sealed record YamlLintConfig
{
    /// <summary>Syntax, duplicate keys, anchors, truthy words and indentation: what matters in configuration repositories.</summary>
    public static YamlLintConfig GitOps { get; } = Presets.Read(Presets.GitOps) with { YamlFiles = null, TellsEverySyntaxError = true };

    /// <summary>The rules that are on, in the order of the configuration.</summary>
    internal IReadOnlyList<ConfiguredRule> Rules { get; init; } = [];

    /// <summary>Files that no rule looks at; null where all are looked at.</summary>
    internal PathPatterns? Ignore { get; init; }

    /// <summary>Which files of a folder are YAML; null where the task's own rule says so.</summary>
    internal PathPatterns? YamlFiles { get; init; }

    /// <summary>The folder, from the root of the tree, that patterns start at.</summary>
    internal string Folder { get; init; } = "";

    /// <summary>
    /// Whether every document's syntax error is told, where it arises. yamllint tells one for each file, where PyYAML gives up.
    /// </summary>
    internal bool TellsEverySyntaxError { get; init; }

    /// <summary>Whether a file is left out.</summary>
    /// <param name="path">From the root of the tree.</param>
    internal bool Ignores(string path) => Ignore is { } patterns && patterns.Match(Relative(path));

    /// <summary>Whether a file found in a folder is taken for YAML.</summary>
    internal bool? IsYaml(string path) => YamlFiles?.Match(path[(path.LastIndexOf('/') + 1)..]);

    /// <summary>A path as patterns see it.</summary>
    internal string Relative(string path) =>
        Folder.Length > 0 && path.StartsWith(Folder + "/", StringComparison.Ordinal) ? path[(Folder.Length + 1)..] : path;
}

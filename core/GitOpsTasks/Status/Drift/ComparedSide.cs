using System.Text.RegularExpressions;
using GitOpsTasks.Config;
using GitOpsTasks.Contracts;
using GitOpsTasks.Edits;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Status.Drift;

/// <summary>The folder of an application in one environment, as it is compared.</summary>
internal sealed class ComparedSide
{
    private const string Placeholder = "{environment}";

    private readonly Regex _name;
    private readonly PromotedFields _promoted;

    /// <summary>Reads the files; those that are promoted whole are left out.</summary>
    public ComparedSide(
        string environment, TreePath folder, IReadOnlyList<TreeFile> files, IReadOnlyList<PromotedPart> parts, List<Diagnostic> diagnostics)
    {
        Folder = folder;
        _name = new Regex($"(?<![A-Za-z0-9]){Regex.Escape(environment)}(?![A-Za-z0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        _promoted = new PromotedFields(environment, parts);
        foreach (var file in files.Where(file => YamlFiles.IsYaml(file.Path)))
        {
            var relative = Relative(file.Path);
            if (_promoted.IsWhole(relative))
                continue;
            var yaml = YamlFile.Parse(file.Content, file.Path.Value);
            Files[Neutral(relative)] = yaml;
            if (yaml.IsValid)
                _promoted.Add(yaml, relative);
            else
                Report(diagnostics, file.Path, yaml);
        }
    }

    /// <summary>The folder.</summary>
    public TreePath Folder { get; }

    /// <summary>The files by their path in the folder, with the environment's name taken out.</summary>
    public SortedDictionary<string, YamlFile> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>A text with the environment's name, where it stands as a word of its own, taken out.</summary>
    public string Neutral(string text) => _name.Replace(text, Placeholder);

    /// <summary>Whether a scalar is taken along by promotions.</summary>
    public bool IsPromoted(YamlNode scalar) => _promoted.Contains(scalar.Place);

    private string Relative(TreePath path) => Folder.IsRoot ? path.Value : path.Value[(Folder.Value.Length + 1)..];

    private static void Report(List<Diagnostic> diagnostics, TreePath path, YamlFile yaml)
    {
        if (diagnostics.Exists(known => known.Code == StatusCodes.FileUnreadable && known.Place?.File == path.Value))
            return;
        var error = yaml.Diagnostics.First(found => found.Severity == Severity.Error);
        diagnostics.Add(Diagnostic.Warning(
            StatusCodes.FileUnreadable, $"The file is not compared: {error.Message}", "Run gitops lint for all that is wrong with it.", error.Place));
    }
}

using System.Text;
using GitOpsTasks.Contracts;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Yaml.Configuration;

/// <summary>Reads patterns of paths, written out or in files.</summary>
internal sealed class PatternReader(ReadConfigFile read, List<Diagnostic> errors)
{
    /// <summary>What <c>ignore</c> or <c>ignore-from-file</c> of a mapping say; null where neither is there.</summary>
    public async ValueTask<PathPatterns?> IgnoreAsync(YamlNode mapping, CancellationToken cancellationToken)
    {
        var (ignore, fromFile) = (mapping["ignore"], mapping["ignore-from-file"]);
        if (ignore is not null && fromFile is not null)
        {
            errors.Add(Diagnostic.Error(
                LintCodes.ConfigurationValue, "ignore and ignore-from-file exclude each other.", "Take one of the two out.", fromFile.Value.Place));
            return null;
        }

        if (ignore is { } patterns)
            return Patterns(patterns);
        return fromFile is { } files ? await FromFilesAsync(files, cancellationToken) : null;
    }

    /// <summary>Patterns as a list, or as lines of a text.</summary>
    public PathPatterns? Patterns(YamlNode value)
    {
        if (Texts(value) is { } texts)
            return new PathPatterns(texts.SelectMany(text => text.Split('\n')));
        errors.Add(ConfigFindings.Value(value, "ignore", "patterns of files, as a list or as lines of a text"));
        return null;
    }

    private async ValueTask<PathPatterns?> FromFilesAsync(YamlNode value, CancellationToken cancellationToken)
    {
        if (Texts(value) is not { } names)
        {
            errors.Add(ConfigFindings.Value(value, "ignore-from-file", "a file or a list of files"));
            return null;
        }

        var lines = new List<string>();
        foreach (var name in names)
        {
            if (await read(name, cancellationToken) is { } content)
                lines.AddRange(Encoding.UTF8.GetString(content.Span).Split('\n'));
            else
                errors.Add(Diagnostic.Error(LintCodes.ConfigurationNotFound, $"'{name}' does not exist.", "Name a file of patterns.", value.Place));
        }

        return new PathPatterns(lines);
    }

    private static List<string>? Texts(YamlNode value)
    {
        if (value.IsScalar)
            return [value.Value];
        var items = value.Items.Select(item => item.Resolved).ToList();
        return value.IsSequence && items.TrueForAll(item => item.IsScalar) ? items.ConvertAll(item => item.Value) : null;
    }
}

using GitOpsTasks.Contracts;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Rules;

/// <summary>
/// No mapping has a key twice. YAML forbids it; kustomize, Helm, Argo CD and Flux differ in which value they take, so that
/// one of them hides.
/// </summary>
public sealed class DuplicateKeyRule : ILintRule
{
    /// <inheritdoc />
    public ValueTask<IReadOnlyList<Diagnostic>> CheckAsync(LintFile file, IConfigTree tree, CancellationToken cancellationToken)
    {
        var findings = new List<Diagnostic>();
        foreach (var mapping in file.Yaml.AllNodes().Where(node => node.IsMapping))
        {
            var first = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
            foreach (var key in mapping.Pairs.Select(pair => pair.Key).Where(key => key.IsScalar && key.Value != "<<"))
            {
                if (!first.TryAdd(key.Value, key))
                    findings.Add(Duplicate(key, first[key.Value]));
            }
        }

        return ValueTask.FromResult<IReadOnlyList<Diagnostic>>(findings);
    }

    private static Diagnostic Duplicate(YamlNode key, YamlNode first) => Diagnostic.Error(
        LintCodes.DuplicateKey,
        $"The key '{key.Value}' is set again; it was set in line {first.Place.Line}.",
        "Keep one of the two: readers disagree on which one counts.",
        key.Place);
}

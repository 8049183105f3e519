using System.Text.RegularExpressions;
using GitOpsTasks.Contracts;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Gitops.Checks;

/// <summary>
/// Workflows write to git and agents apply: a workflow that changes a cluster itself has credentials for it, and the agent
/// undoes what it did. Clusters that a workflow makes for a test are its own.
/// </summary>
internal static partial class ImperativeDeployCheck
{
    private static readonly string[] s_scripts = ["run", "script", "before_script", "after_script", "bash", "pwsh", "powershell", "inlineScript"];

    /// <summary>The commands that change clusters.</summary>
    public static IEnumerable<Diagnostic> Run(RepositoryGraph graph)
    {
        foreach (var file in graph.Repository.Files.Where(file => IsWorkflow(file.Path.Value) && file.Yaml.Encoding == YamlEncoding.Utf8))
        {
            if (file.Yaml.Documents.Any(root => TestCluster().IsMatch(System.Text.Encoding.UTF8.GetString(file.Yaml.Content.Span))))
                continue;
            foreach (var scalar in file.Yaml.AllNodes().Where(node => node.IsScalar && IsScript(node)))
            {
                var written = new WrittenText(scalar);
                foreach (Match match in Command().Matches(written.Text))
                {
                    if (!match.Value.Contains("--dry-run", StringComparison.Ordinal))
                        yield return Tell(written.PlaceOf(match.Groups["command"].Index, match.Groups["command"].Length), match.Groups["command"].Value);
                }
            }
        }
    }

    private static bool IsWorkflow(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return path.StartsWith(".github/workflows/", StringComparison.Ordinal) || path.StartsWith(".gitlab/", StringComparison.Ordinal) || name is ".gitlab-ci.yml" or ".gitlab-ci.yaml" or "action.yml" or "action.yaml"
            || name.StartsWith("azure-pipelines", StringComparison.Ordinal);
    }

    // The value of a key, or an item of a list that is.
    private static bool IsScript(YamlNode scalar)
    {
        var (value, owner) = (scalar, scalar.Parent);
        if (owner is { IsSequence: true } list)
            (value, owner) = (list, list.Parent);
        return owner is { IsMapping: true } mapping && mapping.Pairs.Any(pair => pair.Value == value && s_scripts.Contains(pair.Key.Value));
    }

    private static Diagnostic Tell(SourcePlace place, string command) => GitopsRules.ImperativeDeploy.At(
        place,
        $"'{Regex.Replace(command, @"\s+", " ", RegexOptions.None, TimeSpan.FromSeconds(1))}' changes a cluster past the repository.",
        "Commit the change and let the agent apply it; use --dry-run or kubectl diff to check it.");

    // A command goes on over lines that end in a backslash; one behind # is a comment.
    [GeneratedRegex(
        @"^(?<before>([^#\r\n]|(?<=\S)#)*?)(?<![\w./-])(?<command>kubectl([ \t]+--?[\w=./$"":{}-]+)*[ \t]+apply|helm([ \t]+--?[\w=./$"":{}-]+)*[ \t]+(upgrade|install)|argocd[ \t]+app[ \t]+sync)(?![\w-])((?:\\\r?\n|[^\r\n])*)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Command();

    [GeneratedRegex(@"\bkind\s+create\s+cluster|kind-action|setup-kind|k3d\s+cluster\s+create|setup-k3d|k3d-action|minikube|setup-k3s|\bk3s\b|microk8s", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex TestCluster();
}

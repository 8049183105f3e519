using System.Text;
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
    private const int MostOfLine = 10_000;

    private static readonly string[] s_programs = ["kubectl", "helm", "argocd"];
    private static readonly string[] s_testClusters = ["kind create cluster", "kind-action", "setup-kind", "k3d cluster create", "setup-k3d", "k3d-action", "minikube", "k3s", "microk8s"];
    private static readonly string[] s_scripts = ["run", "script", "before_script", "after_script", "bash", "pwsh", "powershell", "inlineScript"];

    /// <summary>The commands that change clusters.</summary>
    public static IEnumerable<Diagnostic> Run(RepositoryGraph graph)
    {
        foreach (var file in graph.Repository.Files.Where(file => IsWorkflow(file.Path.Value) && file.Yaml.Encoding == YamlEncoding.Utf8))
        {
            if (s_testClusters.Any(mark => file.Yaml.Content.Span.IndexOf(Encoding.UTF8.GetBytes(mark)) >= 0))
                continue;
            foreach (var scalar in file.Yaml.AllNodes().Where(node => node.IsScalar && IsScript(node)))
            {
                foreach (var finding in In(new WrittenText(scalar)))
                    yield return finding;
            }
        }
    }

    // A command goes on over lines that end in a backslash; one behind # is a comment.
    private static IEnumerable<Diagnostic> In(WrittenText written)
    {
        var start = 0;
        while (start < written.Text.Length)
        {
            var end = start;
            do
                end = written.Text.IndexOf('\n', end) is var feed and >= 0 ? feed + 1 : written.Text.Length;
            while (end < written.Text.Length && written.Text.AsSpan(start, end - start).TrimEnd().EndsWith("\\"));
            var line = written.Text.AsSpan(start, end - start);
            if (line.Length < MostOfLine && s_programs.Any(program => written.Text.IndexOf(program, start, end - start, StringComparison.Ordinal) >= 0) && !line.Contains("--dry-run", StringComparison.Ordinal)
                && Command().Match(line.ToString()) is { Success: true } match && !Comment().IsMatch(line[..match.Index].ToString()))
            {
                var command = match.Groups["command"];
                yield return Tell(written.PlaceOf(start + command.Index, command.Length), command.Value);
            }

            start = end;
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
        $"'{string.Join(' ', command.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}' changes a cluster past the repository.",
        "Commit the change and let the agent apply it; use --dry-run or kubectl diff to check it.");

    [GeneratedRegex(
        @"(^|[^\w./-])(?<command>kubectl([ \t]+--?[\w=./$"":{}-]+([ \t]+[\w./$"":{}][\w./$"":{}-]*)?)*?[ \t]+apply|helm([ \t]+--?[\w=./$"":{}-]+)*[ \t]+(upgrade|install)|argocd[ \t]+app[ \t]+sync)([^\w-]|$)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Command();

    [GeneratedRegex(@"(^|\s)#", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Comment();
}

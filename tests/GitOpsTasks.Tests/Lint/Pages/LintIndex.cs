using System.Text;
using GitOpsTasks.Lint;

namespace GitOpsTasks.Tests.Lint.Pages;

/// <summary>Writes docs/lint/README.md from the list of rules.</summary>
internal static class LintIndex
{
    public const string Update =
        "GITOPSTASKS_UPDATE=1 dotnet run --project tests/GitOpsTasks.Tests -- -class \"*KeepingTheIndexOfPages\"";

    private static readonly (LintLayer Layer, string About)[] Layers =
    [
        (LintLayer.Yaml, "The text of YAML files, by the names yamllint has for its rules. A yamllint configuration switches them on and says how serious they are; without one, the preset `gitops` does."),
        (LintLayer.Schema, "Manifests against the schemas of their kinds, and versions of APIs that are gone; see [schemas](../schemas.md)."),
        (LintLayer.Gitops, "What the files of a repository say about each other."),
        (LintLayer.Policy, "What manifests should not do in a cluster that others share. Patches are parts of manifests: what they say is judged, what they leave out is not. With `--render`, kustomizations are rendered first, and what is absent is judged in what comes out."),
    ];

    public static string Render()
    {
        var text = new StringBuilder(
            """
            <!-- Made from LintRules by tests/GitOpsTasks.Tests/Lint/Pages. -->
            # What lint looks for

            Each page says why, shows what fails and what passes, and its examples are run by the tests. Severities are the defaults.

            """);
        foreach (var (layer, about) in Layers)
        {
            text.Append($"\n## {layer.ToString().ToLowerInvariant()}\n\n{about}\n\n| Rule | Code | Default | It finds |\n|---|---|---|---|\n");
            foreach (var rule in LintRules.All.Where(rule => rule.Layer == layer))
                text.Append($"| [{rule.Id}]({rule.Id}.md) | {rule.Code} | {rule.Severity.ToString().ToLowerInvariant()}{(rule.IsOptIn ? ", opt-in" : "")}{(rule.NeedsRendering ? ", with `--render`" : "")} | {rule.Summary} |\n");
        }

        return text.ToString().ReplaceLineEndings("\n");
    }
}

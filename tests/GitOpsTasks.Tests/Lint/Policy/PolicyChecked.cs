using System.Text;
using GitOpsTasks.Contracts;
using GitOpsTasks.Lint;
using GitOpsTasks.Lint.Policy;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Tests.Lint.Policy;

/// <summary>Texts that are checked by the policy layer.</summary>
public abstract class PolicyChecked
{
    /// <summary>What is found in several files.</summary>
    protected static async Task<IReadOnlyList<Diagnostic>> FindAsync(params (string Path, string Text)[] files)
    {
        var read = files.Select(file => new LintFile(TreePath.Parse(file.Path), YamlFile.Parse(Encoding.UTF8.GetBytes(file.Text), file.Path)));
        var repository = new LintedRepository([.. read], new WorkTree(Path.GetTempPath()));
        return await PolicyLayer.CheckAsync(repository, renderer: null, TestContext.Current.CancellationToken);
    }

    /// <summary>Each finding of one rule as <c>file:line:column</c>.</summary>
    protected static async Task<string[]> PlacesAsync(string rule, params (string Path, string Text)[] files)
    {
        LintRules.Find(rule).ShouldNotBeNull();
        return [.. (await FindAsync(files)).Where(finding => finding.Rule == rule).Select(finding => finding.Place!.ToString())];
    }

    /// <summary>A Pod whose spec is some lines.</summary>
    protected static string Pod(string spec) =>
        "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n" + Indented(spec, 2);

    /// <summary>A Pod with a container of some fields.</summary>
    protected static string PodWith(string container) => Pod("containers:\n- name: web\n" + Indented(container, 2));

    private static string Indented(string text, int blanks) =>
        string.Concat(text.Split('\n').Select(line => new string(' ', blanks) + line + "\n"));
}

using System.Text;
using GitOpsTasks.Contracts;
using GitOpsTasks.Lint;
using GitOpsTasks.Lint.Schema;
using GitOpsTasks.Processes;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Tests.Lint.Schema;

/// <summary>Texts that are checked against schemas.</summary>
public abstract class SchemaChecked
{
    protected static EngineContext Context { get; } = new()
    {
        Directory = Path.GetTempPath(),
        ScratchRoot = Path.GetTempPath(),
        Environment = EnvironmentSnapshot.Empty,
    };

    /// <summary>What is found in one file.</summary>
    protected static async Task<IReadOnlyList<Diagnostic>> FindAsync(string text, SchemaOptions? options = null) =>
        await FindInAsync(options ?? new SchemaOptions(), Context, ("a.yaml", text));

    /// <summary>What is found in several.</summary>
    protected static async Task<IReadOnlyList<Diagnostic>> FindInAsync(
        SchemaOptions options, EngineContext context, params (string Path, string Text)[] files) => await SchemaLayer.CheckAsync(
            new LintedRepository([.. files.Select(file => new LintFile(TreePath.Parse(file.Path), YamlFile.Parse(Encoding.UTF8.GetBytes(file.Text), file.Path)))], new WorkTree(Path.GetTempPath())),
            options,
            context,
            TestContext.Current.CancellationToken);

    /// <summary>Each as <c>line:column CODE message</c>.</summary>
    protected static async Task<string[]> LinesAsync(string text) =>
        [.. (await FindAsync(text)).Select(finding => $"{finding.Place!.Line}:{finding.Place.Column} {finding.Code} {finding.Message}")];

    /// <summary>The codes found in one file.</summary>
    protected static async Task<string[]> CodesAsync(string text) => [.. (await FindAsync(text)).Select(finding => finding.Code)];
}

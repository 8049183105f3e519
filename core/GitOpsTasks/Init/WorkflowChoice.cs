using GitOpsTasks.Init.Sources;
using GitOpsTasks.Init.Writing;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Init;

/// <summary>Decides for which CI systems workflow files are proposed.</summary>
/// <param name="repository">The repository.</param>
/// <param name="checkout">Where it comes from.</param>
internal sealed class WorkflowChoice(Repository repository, GitCheckout checkout)
{
    private readonly List<DerivedFact> _facts = [];

    /// <summary>What was decided by itself, and from what.</summary>
    public IReadOnlyList<DerivedFact> Facts => _facts;

    /// <summary>The files.</summary>
    public async Task<IReadOnlyList<(string Path, string Content)>> FilesAsync(CiChoice choice, Proposal proposal, CancellationToken cancellationToken)
    {
        var (github, azure) = choice switch
        {
            CiChoice.Auto => Detect(),
            CiChoice.Both => (true, true),
            _ => (choice == CiChoice.GitHub, choice == CiChoice.Azure),
        };
        var files = new List<(string, string)>();
        if (github)
            files.Add((GitHubWorkflow.Path, GitHubWorkflow.Write(proposal)));
        if (azure)
            files.Add((await AzurePathAsync(cancellationToken), AzurePipeline.Write(proposal)));
        return files;
    }

    private (bool GitHub, bool Azure) Detect()
    {
        var workflow = repository.Files.FirstOrDefault(file => file.Value.StartsWith(".github/workflows/", StringComparison.Ordinal));
        var pipeline = repository.Files.FirstOrDefault(file => file.Name.StartsWith("azure-pipelines", StringComparison.Ordinal) && file.Parent.IsRoot);
        var github = Note("CI github", workflow, checkout.IsGitHub);
        var azure = Note("CI azure", pipeline, checkout.IsAzure);
        if (github || azure)
            return (github, azure);
        _facts.Add(new DerivedFact("", "CI github and azure", "nothing that says which; --ci chooses"));
        return (true, true);
    }

    private bool Note(string what, TreePath file, bool isHost)
    {
        if (!file.IsRoot)
            _facts.Add(new DerivedFact("", what, file.Value));
        else if (isHost)
            _facts.Add(new DerivedFact("", what, $"the remote 'origin' on {checkout.Host}"));
        return !file.IsRoot || isHost;
    }

    // A pipeline that builds something already is somebody's; ours goes beside it.
    private async Task<string> AzurePathAsync(CancellationToken cancellationToken) =>
        await repository.ReadTextAsync(TreePath.Parse(AzurePipeline.Path), cancellationToken) is { } text && !text.Contains(AzurePipeline.Mark, StringComparison.Ordinal)
            ? AzurePipeline.PathBeside
            : AzurePipeline.Path;
}

using GitOpsTasks.Config;
using GitOpsTasks.Contracts;
using GitOpsTasks.Init.Layouts;
using GitOpsTasks.Init.Sources;
using GitOpsTasks.Init.Writing;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Init;

/// <summary>One run of the task: looks, proposes, writes.</summary>
/// <param name="request">What is asked for.</param>
/// <param name="context">The world around.</param>
/// <param name="findings">What a person should know.</param>
internal sealed class InitRun(InitRequest request, EngineContext context, Findings findings)
{
    /// <summary>Runs it.</summary>
    /// <exception cref="TaskFailedException">There is nothing to propose anything from, or a file that was named cannot be read.</exception>
    public async Task<InitResult> RunAsync(CancellationToken cancellationToken)
    {
        var location = WorkTreeLocation.Find(context, request.Sources);
        var root = location.Tree.RootPath;
        var given = request.Sources.Count == 0 ? [] : location.Paths;
        var repository = await Repository.LookAsync(root, cancellationToken);
        if (!repository.IsWhole)
            findings.Warn(InitCodes.TooLarge, "The repository is larger than what is looked at.", "Name files or folders with --from.");
        var checkout = GitCheckout.Read(root);
        var defaultName = AppName.Of(request.Name ?? (checkout.Name.Length > 0 ? checkout.Name : Path.GetFileName(root)));
        var layout = await new LayoutReader(repository, defaultName).ReadAsync(cancellationToken);
        var drafts = await new SourceReader(repository.Within(given), given, defaultName, findings).ReadAsync(cancellationToken);
        if (drafts.Count == 0 && layout.IsEmpty)
            throw Nothing(given);
        Rename(drafts);

        var agent = AgentOf(layout);
        var existing = await ExistingAsync(repository, cancellationToken);
        var builder = new ProposalBuilder(request, repository, checkout, layout, findings) { Agent = agent, DefaultOwner = defaultName };
        var proposal = existing is null ? builder.Propose(drafts) : builder.Keep(existing, drafts);
        TellUnprobed(proposal);
        var wanted = new List<(string Path, string? Content)>();
        wanted.AddRange(proposal.Apps.Where(app => app.Spec is not null).Select(app => (app.Spec!, app.HasSpec ? null : SpecWriter.Write(app, proposal))));
        wanted.Add((GitOpsConfigFile.DefaultName, existing is null ? ConfigWriter.Write(proposal) : null));
        var workflows = new WorkflowChoice(repository, checkout);
        wanted.AddRange((await workflows.FilesAsync(request.Ci, proposal, cancellationToken)).Select(file => (file.Path, (string?)file.Content)));
        var files = await new ProposalFiles(repository, findings).WriteAsync(wanted, request.DryRun, cancellationToken);
        return new InitResult(
            files, [.. drafts.SelectMany(draft => draft.Facts), .. LayoutFacts(layout), .. workflows.Facts], [.. proposal.Apps.Select(app => app.Name)], [.. proposal.Environments.Select(environment => environment.Name)])
        {
            Agent = proposal.Agent ?? "none",
            Next = request.DryRun ? [] : NextSteps.After(proposal),
        };
    }

    private void Rename(IReadOnlyList<AppDraft> drafts)
    {
        if (request.Name is not { } name)
            return;
        if (drafts.Count > 1)
        {
            throw TaskFailedException.Usage(
                InitCodes.InputUnusable, $"One name is given, and there are {drafts.Count} applications: {string.Join(", ", drafts.Select(draft => draft.Name))}.", "Name one source with --from, or leave --name out.");
        }

        foreach (var draft in drafts)
            draft.Name = name;
    }

    private void TellUnprobed(Proposal proposal)
    {
        foreach (var app in proposal.Apps.Where(app => app is { Spec: not null, HasSpec: false, Draft: { IsJob: false, Ports.Count: 0 } }))
            findings.Tell(InitCodes.Guessed, $"Nothing says how to notice that '{app.Name}' hangs: it has no port.", "Write 'probes: { liveness: { command: [...] } }' in its spec.");
    }

    private string? AgentOf(Layout layout) => request.Agent switch
    {
        AgentChoice.ArgoCd => "argocd",
        AgentChoice.Flux => "flux",
        AgentChoice.Auto when layout.ArgoCd is not null => "argocd",
        AgentChoice.Auto when layout.Flux is not null => "flux",
        _ => null,
    };

    private static async Task<GitOpsConfig?> ExistingAsync(Repository repository, CancellationToken cancellationToken) =>
        await repository.ReadAsync(TreePath.Parse(GitOpsConfigFile.DefaultName), cancellationToken) is { } content ? GitOpsConfigFile.Parse(content, GitOpsConfigFile.DefaultName) : null;

    private static IEnumerable<DerivedFact> LayoutFacts(Layout layout)
    {
        foreach (var spec in layout.Specs)
            yield return new DerivedFact(spec.Name, "spec", spec.Path.Value);
        foreach (var place in layout.Places)
            yield return new DerivedFact(place.App, place.Environment is { } environment ? $"environment {environment}" : "manifests", place.Source.Value);
        if (layout.ArgoCd is { } argo)
            yield return new DerivedFact("", "agent argocd", $"{argo.File}:{argo.Line}");
        if (layout.Flux is { } flux)
            yield return new DerivedFact("", "agent flux", $"{flux.File}:{flux.Line}");
    }

    private TaskFailedException Nothing(IReadOnlyList<TreePath> given) => new(
        ExitCode.Usage,
        [
            Diagnostic.Error(
                InitCodes.NothingFound,
                $"There is nothing to propose anything from{(given.Count == 0 ? "" : $" in {string.Join(", ", given.Select(path => path.IsRoot ? "." : path.Value))}")}: no Dockerfile, service project, compose file or manifest.",
                "Run it in the repository of an application, or write a spec by hand (docs/generate.md)."),
            .. findings.All,
        ]);
}

using GitOpsTasks.Config;
using GitOpsTasks.Contracts;
using GitOpsTasks.Init.Layouts;
using GitOpsTasks.Init.Sources;
using GitOpsTasks.Init.Writing;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Init;

/// <summary>Puts together what sources and layout say.</summary>
/// <param name="request">What is asked for.</param>
/// <param name="repository">The repository.</param>
/// <param name="checkout">Where it comes from.</param>
/// <param name="layout">The configuration that is there.</param>
/// <param name="findings">What a person should know.</param>
internal sealed class ProposalBuilder(InitRequest request, Repository repository, GitCheckout checkout, Layout layout, Findings findings)
{
    private const string SpecFolder = "config";

    /// <summary>The agent; null for none.</summary>
    public string? Agent { get; init; }

    /// <summary>What stands for the owner of images where that is not known.</summary>
    public required string DefaultOwner { get; init; }

    /// <summary>A proposal for a repository without gitops.yaml.</summary>
    public Proposal Propose(IReadOnlyList<AppDraft> drafts)
    {
        var (environments, places) = EnvironmentPaths.Find(layout, request.Environments, findings);
        var apps = new List<ProposedApp>();
        var images = new ImageChoice(request, checkout, findings) { DefaultOwner = DefaultOwner, Several = drafts.Count > 1 };
        var placed = places.GroupBy(place => place.App, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).ToList();
        foreach (var group in placed)
            apps.Add(Placed(group.Key, [.. group], drafts, images, placed.Count));
        var folder = FolderFor(drafts, environments);
        foreach (var spec in layout.Specs.Where(spec => folder is not null && apps.TrueForAll(app => app.Name != spec.Name)))
            apps.Add(Specified(new ProposedApp(spec.Name, $"{folder}/{spec.Name}"), spec, drafts, images));
        foreach (var draft in drafts.Where(draft => apps.TrueForAll(app => app.Draft != draft)))
        {
            if (folder is not null)
                apps.Add(images.Fill(new ProposedApp(draft.Name, $"{folder}/{draft.Name}") { Draft = draft, Spec = $"{SpecFolder}/{draft.Name}.yaml" }, []));
            else
                findings.Warn(InitCodes.OddLayout, $"'{draft.Name}' has no manifests, and the folders of the others are not like those that are generated.", "Add its manifests by hand, or write its spec (docs/generate.md).");
        }

        if (environments.Count == 0)
        {
            IReadOnlyList<string> names = request.Environments.Count > 0 ? request.Environments : EnvironmentNames.Usual;
            environments = [.. names.Select(name => new PlacedEnvironment(name, $"{folder}/{InitRequest.AppPlaceholder}/overlays/{name}"))];
        }

        images.TellGuesses();
        return Complete(new Proposal([.. apps.OrderBy(app => app.Name, StringComparer.Ordinal)], environments) { Branch = checkout.Branch });
    }

    /// <summary>A proposal for what a gitops.yaml leaves open: its specs that are not there, and workflow files.</summary>
    public Proposal Keep(GitOpsConfig config, IReadOnlyList<AppDraft> drafts)
    {
        foreach (var draft in drafts.Where(draft => !config.Apps.ContainsKey(draft.Name)))
            findings.Tell(InitCodes.Exists, $"'{draft.Name}' is not in gitops.yaml, which stays as it is.", "Add it under 'apps' where it is to be deployed.", new SourcePlace(GitOpsConfigFile.DefaultName));
        var images = new ImageChoice(request, checkout, findings) { DefaultOwner = DefaultOwner, Several = drafts.Count > 1 };
        var apps = config.Apps.Select(app =>
        {
            var draft = drafts.FirstOrDefault(draft => draft.Name == app.Key);
            var isThere = app.Value.Spec is not { } spec || !TreePath.TryParse(spec, out var path) || repository.Has(path);
            var kept = new ProposedApp(app.Key, config.AppPath(app.Key)) { Spec = app.Value.Spec is { } given && (isThere || draft is not null) ? given : null, HasSpec = isThere };
            var repositoryName = app.Value.Image is { } image && config.Images.TryGetValue(image, out var built) ? built.Repository : null;
            return isThere || draft is null
                ? kept with { Draft = null, Repository = repositoryName }
                : images.Fill(kept with { Draft = draft, Repository = repositoryName }, []);
        });
        var proposal = new Proposal([.. apps], [.. config.Environments.Select(environment => new PlacedEnvironment(environment.Name, environment.Path))])
        {
            Branch = SafePath.Is(config.Config.Branch) ? config.Config.Branch : checkout.Branch,
            KnownImages = [.. config.Images.Values],
        };
        return Complete(proposal);
    }

    private Proposal Complete(Proposal proposal) => proposal with
    {
        Agent = Agent,
        AgentRepository = Agent is not null && proposal.Apps.Any(app => app.Spec is not null) ? Address() : null,
    };

    private string? Address()
    {
        if (checkout.Address is null)
            findings.Warn(InitCodes.Guessed, "The address of the repository is not known, so that the agent cannot be told of it.", "Add 'agent: { repository: ... }' to the specs, and generate with --agent.");
        return checkout.Address;
    }

    private ProposedApp Placed(string name, IReadOnlyList<LayoutPlace> places, IReadOnlyList<AppDraft> drafts, ImageChoice images, int count)
    {
        var draft = drafts.FirstOrDefault(draft => draft.Name == name) ?? (count == 1 && drafts is [var only] && only.Name == DefaultOwner ? only : null);
        var app = new ProposedApp(name, places[0].Root.Value) { Draft = draft };
        if (layout.Specs.FirstOrDefault(spec => spec.Name == name) is { } known)
            return Specified(app, known, drafts, images);
        return draft is null ? app : images.Fill(app, [.. places.SelectMany(place => place.Images).Distinct(StringComparer.Ordinal)]);
    }

    private static ProposedApp Specified(ProposedApp app, KnownSpec spec, IReadOnlyList<AppDraft> drafts, ImageChoice images)
    {
        var draft = app.Draft ?? drafts.FirstOrDefault(draft => draft.Name == spec.Name);
        var known = app with { Spec = spec.Path.Value, HasSpec = true, Draft = draft, Repository = spec.Image };
        return draft is null ? known : images.Fill(known, []);
    }

    // Where manifests are generated to: like those there are, or into a folder that holds no sources. Null where the former cannot be.
    private static string? FolderFor(IReadOnlyList<AppDraft> drafts, IReadOnlyList<PlacedEnvironment> environments)
    {
        if (environments.Count > 0)
        {
            var folders = environments.Select(environment => environment.Path is { } path && path.EndsWith($"/{InitRequest.AppPlaceholder}/overlays/{environment.Name}", StringComparison.Ordinal)
                ? path[..path.IndexOf($"/{InitRequest.AppPlaceholder}/", StringComparison.Ordinal)] : null).Distinct().ToList();
            return folders is [{ } like] ? like : null;
        }

        return drafts.Any(draft => draft.Folder.IsIn(TreePath.Parse("apps"))) ? "deploy" : "apps";
    }
}

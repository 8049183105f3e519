using GitOpsTasks.Config;
using GitOpsTasks.Init.Layouts;

namespace GitOpsTasks.Init.Writing;

/// <summary>All that files are made from.</summary>
/// <param name="Apps">The applications, ordered by name.</param>
/// <param name="Environments">The environments, in the order versions go through them.</param>
internal sealed record Proposal(IReadOnlyList<ProposedApp> Apps, IReadOnlyList<PlacedEnvironment> Environments)
{
    /// <summary>The branch that is integrated into.</summary>
    public string Branch { get; init; } = "main";

    /// <summary>The address of the repository that the agent pulls; null where no agent is told of anything.</summary>
    public string? AgentRepository { get; init; }

    /// <summary>The agent as the command line names it; null for none.</summary>
    public string? Agent { get; init; }

    /// <summary>The images of a gitops.yaml that is there; null where one is proposed.</summary>
    public IReadOnlyList<ImageConfig>? KnownImages { get; init; }

    /// <summary>Whether images are built of .NET projects, which takes a .NET SDK.</summary>
    public bool NeedsSdk => KnownImages?.Any(image => image.Layers.Project is not null) ?? Apps.Any(app => app is { IsBuilt: true, Draft.Image.Project: not null });

    /// <summary>Whether images are built.</summary>
    public bool Builds => Repositories.Count > 0;

    /// <summary>Whether all images that are built go to GitHub's registry, which takes a workflow's own token.</summary>
    public bool UsesGitHubPackages => Builds && Repositories.All(repository => repository.StartsWith("ghcr.io/", StringComparison.Ordinal));

    private IReadOnlyList<string> Repositories =>
        KnownImages is { } known ? [.. known.Select(image => image.Repository)] : [.. Apps.Where(app => app.IsBuilt).Select(app => app.Repository!)];

    /// <summary>Specs with the folder they are generated into; <c>{app}</c> stands for the application there where there are several.</summary>
    public IReadOnlyList<(string Out, IReadOnlyList<string> Specs)> Generated =>
    [
        .. from app in Apps
           where app.Spec is not null
           let slash = app.Path.LastIndexOf('/')
           let isOwn = app.Path[(slash + 1)..] == app.Name
           group app.Spec by isOwn ? $"{app.Path[..(slash + 1)]}{InitRequest.AppPlaceholder}" : app.Path into folder
           let specs = (IReadOnlyList<string>)[.. folder]
           select (folder.Key, specs),
    ];

    /// <summary>The folders to check; empty for the whole repository.</summary>
    public IReadOnlyList<string> Checked
    {
        get
        {
            var folders = Apps.Select(app => app.Path).Concat(Environments.Select(environment => environment.Path?.Split(InitRequest.AppPlaceholder)[0].TrimEnd('/')).OfType<string>())
                .Select(path => path.Split('/')[0]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
            return folders.TrueForAll(SafePath.Is) ? folders : [];
        }
    }
}

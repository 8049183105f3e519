using GitOpsTasks.Contracts;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Init.Sources;

/// <summary>Finds the applications of a repository: services of a compose file, then Dockerfiles that none of them builds, then projects that none of those builds.</summary>
/// <param name="repository">What is looked at.</param>
/// <param name="given">Files that were asked for by name: what is wrong in them is an error.</param>
/// <param name="defaultName">The name of an application in the root folder.</param>
/// <param name="findings">What a person should know.</param>
internal sealed class SourceReader(Repository repository, IReadOnlyList<TreePath> given, string defaultName, Findings findings)
{
    private readonly List<AppDraft> _drafts = [];
    private readonly HashSet<TreePath> _built = [];
    private readonly List<(TreePath Path, Dockerfile File)> _dockerfiles = [];

    /// <summary>The applications, in the order found.</summary>
    public async Task<IReadOnlyList<AppDraft>> ReadAsync(CancellationToken cancellationToken)
    {
        foreach (var file in repository.Files.Where(IsCompose))
            await GuardAsync(file, () => ReadComposeAsync(file, cancellationToken));
        foreach (var file in repository.Files.Where(file => IsDockerfile(file) && !_built.Contains(file)).ToList())
            await GuardAsync(file, () => ReadDockerfileAsync(file, cancellationToken));
        var projects = new ProjectReader(repository, findings, _dockerfiles);
        foreach (var file in repository.Files.Where(ProjectReader.IsOne))
            await GuardAsync(file, () => projects.LookAsync(file, cancellationToken));
        _drafts.AddRange(projects.Drafts(_drafts.Count > 0));
        return _drafts;
    }

    // The first of compose's names in a folder; nested ones are usually for tests or examples.
    private bool IsCompose(TreePath file) => ComposeFile.IsOne(file)
        && !ComposeFile.Names.TakeWhile(name => name != file.Name).Any(name => repository.Has(file.Parent.Combine(name)))
        && (given.Contains(file) || !repository.Files.Any(other => ComposeFile.IsOne(other) && other.Parent != file.Parent && file.IsIn(other.Parent)));

    // Variants beside a Dockerfile, such as Dockerfile.dev, are other ways to build the same.
    private bool IsDockerfile(TreePath file)
    {
        var name = file.Name;
        if (name is "Dockerfile" or "Containerfile")
            return true;
        var isVariant = (name.StartsWith("Dockerfile.", StringComparison.Ordinal) && !name.EndsWith(".dockerignore", StringComparison.Ordinal)) || name.EndsWith(".Dockerfile", StringComparison.Ordinal);
        return isVariant && (given.Contains(file) || !(repository.Has(file.Parent.Combine("Dockerfile")) || repository.Has(file.Parent.Combine("Containerfile"))));
    }

    private async Task GuardAsync(TreePath file, Func<Task> read)
    {
        try
        {
            await read();
        }
        catch (TaskFailedException e) when (!given.Contains(file))
        {
            findings.Add(e.Diagnostics.Select(found => found with { Severity = Severity.Warning }));
        }
    }

    private async Task ReadComposeAsync(TreePath path, CancellationToken cancellationToken)
    {
        if (await repository.ReadAsync(path, cancellationToken) is not { } content)
            return;
        var file = ComposeFile.Read(path, content);
        var images = new ComposeImage(path.Parent, findings);
        foreach (var (key, service) in file.Services)
        {
            var name = key.Value;
            var image = images.Read(service, name);
            if (image is { IsBuilt: true })
                _built.Add(image.Dockerfile);
            if (image is null || IsLeftOut(key, image, service))
                continue;
            var draft = new AppDraft(AppName.Unlike(AppName.Of(name), Taken), image.Context ?? path.Parent) { Image = image };
            draft.Note("service", key.Place, key.Value);
            new ComposeFacts(service, draft, findings).Take();
            await TakeVariablesAsync(path.Parent, service, draft, cancellationToken);
            if (image.IsBuilt)
                await TakeDockerfileAsync(draft, key.Place, cancellationToken);
            _drafts.Add(draft);
        }
    }

    private bool IsLeftOut(YamlNode key, ImageDraft image, YamlNode service)
    {
        if (!image.IsBuilt && KnownImages.IsBacking(image.Repository ?? ""))
            Leave(key, "is a backing service, and no application of this repository", "Have it run by whoever runs the cluster, or by a chart of its own.");
        else if (!image.IsBuilt && KnownImages.IsTool(image.Repository ?? ""))
            Leave(key, "is a proxy or a tool for development", "Use 'ingress' or 'route' of the specs where requests come from outside.");
        else if (ComposeText.Find(service, "profiles") is { IsSequence: true } profiles && profiles.Items.Any())
            Leave(key, "is started only with a profile", "Write a spec for it where it belongs to what is deployed.");
        else
            return false;
        return true;
    }

    private void Leave(YamlNode key, string why, string advice) =>
        findings.Tell(InitCodes.LeftOut, $"'{key.Value}' is left out: it {why}.", advice, key.Place);

    private async Task TakeVariablesAsync(TreePath folder, YamlNode service, AppDraft draft, CancellationToken cancellationToken)
    {
        var variables = new ComposeVariables(draft, findings);
        var files = ComposeText.Find(service, "env_file");
        IEnumerable<YamlNode> items = files is { IsSequence: true } list ? list.Items.Select(item => item.Resolved) : files is { } single ? [single] : [];
        foreach (var item in items)
        {
            var name = ComposeText.Of(item.IsMapping ? ComposeText.Find(item, "path") : item);
            if (name is not null && folder.TryCombine(name, out var path) && await repository.ReadTextAsync(path, cancellationToken) is { } text)
                variables.TakeFile(path, text, item);
            else
                findings.Warn(InitCodes.NotCarriedOver, $"The env file of '{draft.Name}' is not here.", "Write its variables under 'env' in the spec, and its secrets under 'secrets'.", item.Place);
        }

        variables.Take(ComposeText.Find(service, "environment"));
    }

    private async Task TakeDockerfileAsync(AppDraft draft, SourcePlace place, CancellationToken cancellationToken)
    {
        if (await repository.ReadTextAsync(draft.Image.Dockerfile, cancellationToken) is { } text)
            Take(draft, Remember(draft.Image.Dockerfile, text));
        else
            findings.Warn(InitCodes.Unreadable, $"The Dockerfile of '{draft.Name}', {draft.Image.Dockerfile}, is not here.", "Correct 'build' in the compose file.", place);
    }

    private async Task ReadDockerfileAsync(TreePath path, CancellationToken cancellationToken)
    {
        if (await repository.ReadTextAsync(path, cancellationToken) is not { } text)
            return;
        var file = Remember(path, text);
        var name = path.Name.Replace("Dockerfile", "", StringComparison.Ordinal).Replace("Containerfile", "", StringComparison.Ordinal).Trim('.');
        if (name.Length == 0)
            name = path.Parent.IsRoot || Layouts.FolderPattern.IsGeneral(path.Parent.Name) || path.Parent.Name is "docker" or "build" ? defaultName : path.Parent.Name;
        var draft = new AppDraft(AppName.Unlike(AppName.Of(name), Taken), path.Parent) { Image = new ImageDraft { Context = BuildContext.Of(file, path, repository), Dockerfile = path } };
        Take(draft, file);
        _drafts.Add(draft);
    }

    private Dockerfile Remember(TreePath path, string text)
    {
        var file = Dockerfile.Read(text, path.Value);
        _dockerfiles.Add((path, file));
        return file;
    }

    private void Take(AppDraft draft, Dockerfile file) => new DockerfileFacts(file, draft, findings).Take();

    private IReadOnlyCollection<string> Taken => [.. _drafts.Select(draft => draft.Name)];
}

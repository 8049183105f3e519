using GitOpsTasks.Build;
using GitOpsTasks.Bump;
using GitOpsTasks.Config;
using GitOpsTasks.Contracts;
using GitOpsTasks.Edits;
using GitOpsTasks.Generate;
using GitOpsTasks.Git;
using GitOpsTasks.Images;
using GitOpsTasks.Lint;
using GitOpsTasks.Promote;
using GitOpsTasks.Promote.Gates;
using GitOpsTasks.Reporting;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Chain;

/// <summary>Runs the steps of one chain in their order; what each came to is kept, also where a later one fails.</summary>
/// <param name="config">The configuration.</param>
/// <param name="context">The world around.</param>
/// <param name="dryRun">Writes nothing.</param>
internal sealed class ChainRun(GitOpsConfig config, EngineContext context, bool dryRun) : IDisposable
{
    private readonly ChainProgress _progress = new(context.Progress);
    private readonly List<ChainStep> _steps = [];
    private readonly List<Promotion> _promotions = [];
    private IReadOnlyList<ImageResult> _images = [];
    private string? _remote;

    private EngineContext Inside => context with { Progress = _progress };

    /// <summary>What was noticed on the way.</summary>
    public List<Diagnostic> Diagnostics { get; } = [];

    /// <summary>What has come of it so far.</summary>
    public RunResult Result => new([.. _steps]) { Images = _images, Promotions = [.. _promotions], Repository = _remote };

    /// <summary>Builds, generates, lints, bumps, promotes.</summary>
    /// <exception cref="TaskFailedException">A step failed; those before it stand.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await BuildAsync(cancellationToken);
        if (config.Apps.Count == 0)
            return;
        var remote = await ConfigRepository.FindAsync(config, context, cancellationToken);
        _remote = remote.Display;
        using var repository = await GitRepository.OpenAsync(Inside, remote, cancellationToken);
        await GenerateAsync(repository, cancellationToken);
        await LintAsync(repository, cancellationToken);
        await BumpAsync(repository, cancellationToken);
        await PromoteAsync(repository, remote, cancellationToken);
    }

    /// <inheritdoc />
    public void Dispose() => _progress.Dispose();

    private async Task BuildAsync(CancellationToken cancellationToken)
    {
        if (config.Images.Count == 0)
            return;
        using var group = _progress.Group("build");
        var request = await ConfiguredImages.FillAsync(
            new BuildRequest { Push = true, MetadataOnly = dryRun }, config, context, cancellationToken);
        var outcome = await BuildTask.RunAsync(request, Inside, cancellationToken);
        Diagnostics.AddRange(outcome.Diagnostics);
        _images = outcome.Result!.Images;
        foreach (var image in _images)
            _steps.Add(new ChainStep("build", image.Name, image.Changed, Describe(image)));
    }

    private async Task GenerateAsync(GitRepository repository, CancellationToken cancellationToken)
    {
        using var group = _progress.Group("generate");
        foreach (var (app, settings) in config.Apps.Where(app => app.Value.Spec is not null))
        {
            var spec = await AppSpecFile.LoadAsync(context with { Directory = config.Directory }, settings.Spec!, cancellationToken);
            var target = new GenerateTarget(
                TreePath.Parse(config.AppPath(app)).Combine("base"),
                [.. config.Environments.Select(environment => new OverlayTarget(environment.Name, FolderOf(environment, app)))]);
            var outcome = await CommitAsync(repository, TreePath.Parse(config.AppPath(app)), GenerateEdits.For(spec, target), [], _ => Generated(app), cancellationToken);
            var count = outcome.Changes.Files.Count;
            Note("generate", app, outcome, count == 0 ? "manifests are as the spec says" : Count.Of(count, "file"));
        }
    }

    private async Task LintAsync(GitRepository repository, CancellationToken cancellationToken)
    {
        using var group = _progress.Group("lint");
        var tree = await repository.SnapshotAsync(config.Config.Branch, cancellationToken);
        var folders = config.Apps.Keys.SelectMany(app =>
            config.Environments.Select(environment => FolderOf(environment, app)).Append(TreePath.Parse(config.AppPath(app)))).ToList();
        var findings = await LintCheck.Over(folders, LintSettings.Gate, context)(tree, cancellationToken);
        var errors = findings.Count(finding => finding.Severity == Severity.Error);
        _steps.Add(new ChainStep("lint", string.Join(", ", config.Apps.Keys), false, $"{Count.Of(errors, "error")}, {Count.Of(findings.Count - errors, "other finding")}"));
        if (errors > 0)
            throw new TaskFailedException(ExitCode.Findings, findings);
        Diagnostics.AddRange(findings);
    }

    private async Task BumpAsync(GitRepository repository, CancellationToken cancellationToken)
    {
        using var group = _progress.Group("bump");
        foreach (var environment in config.Environments.Where(environment => environment is { From: null, By: PromotionWay.Push }))
        {
            foreach (var (app, settings) in config.Apps.Where(app => app.Value.Image is not null))
            {
                var update = UpdateFor(app, settings.Image!);
                var folder = FolderOf(environment, app);
                var run = CiRun.Of(context.Environment);
                var skipsCi = run?.IsFor(repository.Remote, config.Config.Branch) == true;
                var outcome = await CommitAsync(
                    repository, folder, BumpEdit.Over([folder], allowNoMatch: false, new ImageEditRules { AllowDowngrade = false }), [update], changes => BumpMessage.For(CommitSettings.Default, [update], changes, run, skipsCi), cancellationToken);
                Note("bump", $"{app} in {environment.Name}", outcome, outcome.Changes.IsEmpty ? $"{update.Tag} is there" : $"{update.Tag}");
            }
        }
    }

    private async Task PromoteAsync(GitRepository repository, GitRemote remote, CancellationToken cancellationToken)
    {
        using var group = _progress.Group("promote");
        foreach (var target in config.Environments.Where(environment => environment.From is not null))
        {
            var scope = new PromotionScope(config, remote, config.Config.Branch, config.Environment(target.From!)!, target);
            var outcome = await PromoteTask.RunAsync(
                scope, repository, dryRun, LintCheck.Gate, PromotionGates.All(Inside), Inside, cancellationToken);
            Diagnostics.AddRange(outcome.Diagnostics);
            foreach (var promotion in outcome.Result!.Promotions)
            {
                _promotions.Add(promotion);
                _steps.Add(new ChainStep(
                    "promote", $"{promotion.App} to {promotion.To}", promotion.IsWritten, PromoteTask.Describe(promotion)));
            }
        }
    }

    private async Task<CommitOutcome> CommitAsync(
        GitRepository repository, TreePath folder, TreeEdit edit, IReadOnlyList<ImageUpdate> images, Func<ChangeSet, string> message, CancellationToken cancellationToken)
    {
        var outcome = await repository.CommitAsync(
            new CommitRequest(config.Config.Branch, edit, new Plan { Images = images, MadeAt = context.StampTime }, message)
            {
                Gate = LintCheck.Gate(folder, context),
                DryRun = dryRun,
            },
            cancellationToken);
        Diagnostics.AddRange(outcome.Changes.Diagnostics);
        return outcome;
    }

    private void Note(string task, string subject, CommitOutcome outcome, string detail) =>
        _steps.Add(new ChainStep(task, subject, outcome.Commit is not null, outcome.Commit is { } commit ? $"{detail}, commit {commit[..10]}" : detail));

    private ImageUpdate UpdateFor(string app, string image) =>
        _images.FirstOrDefault(result => result.Name == image) is { Tags: [var tag, ..] } built
            ? new ImageUpdate(built.Repository, null, tag, null) { KnownDigest = built.Digest }
            : throw TaskFailedException.Usage(
                ChainCodes.ImageNotBuilt,
                $"The application '{app}' runs the image '{image}', which has no tag in this run.",
                "Describe it under 'images' in gitops.yaml, with a tag rule that applies here.");

    private TreePath FolderOf(EnvironmentConfig environment, string app) => TreePath.Parse(config.EnvironmentPath(environment, app));

    private static string Generated(string app) => $"Generate manifests of {app}\n\nGitops-Task: generate\n";

    private static string Describe(ImageResult image) => (image.Layout, image.Changed) switch
    {
        (_, _) when image.Digest is null => image.Reference,
        ({ } folder, true) => $"{image.Reference} in {folder}",
        ({ } folder, false) => $"{image.Reference} is in {folder}",
        (null, true) => $"pushed {image.Reference}",
        _ => $"{image.Reference} is in the registry",
    };
}

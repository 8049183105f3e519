using GitOpsTasks.Config;
using GitOpsTasks.Contracts;
using GitOpsTasks.Generate;
using GitOpsTasks.Git;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Chain.Demo;

/// <summary>
/// Makes the example: an application with two releases, and a configuration repository that runs the first one in every
/// environment. It is made beside its place and moved there when it is whole.
/// </summary>
internal static class DemoWorld
{
    private const string FirstVersion = "1.0.0";

    private static readonly DateTimeOffset s_first = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Makes the example, unless it is there.</summary>
    /// <param name="context">The world around.</param>
    /// <param name="folder">Absolute path.</param>
    /// <param name="cancellationToken">Cancels; nothing is left behind.</param>
    /// <exception cref="TaskFailedException">GOT8002: the folder holds something else.</exception>
    public static async Task EnsureAsync(EngineContext context, string folder, CancellationToken cancellationToken)
    {
        if (File.Exists(Path.Join(folder, "app", "gitops.yaml")) && File.Exists(Path.Join(folder, "config.git", "HEAD")))
            return;
        if (Path.Exists(folder) && (!Directory.Exists(folder) || Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            throw TaskFailedException.Usage(
                ChainCodes.DemoFolderTaken, $"'{folder}' exists and holds something else than the demo.", "Name a new folder: gitops demo DIR.");
        }

        var draft = $"{folder}.{Guid.NewGuid():N}";
        try
        {
            Directory.CreateDirectory(draft);
            await MakeAsync(context, draft, cancellationToken);
            MoveInto(folder, draft);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw TaskFailedException.External(ChainCodes.DemoFailed, $"The demo could not be written: {e.Message}", "Name a folder you may write to.", e);
        }
        finally
        {
            if (Directory.Exists(draft))
                Directory.Delete(draft, recursive: true);
        }
    }

    // A folder that is there stays the one it is: a shell may stand in it. The application comes last, since it tells a whole demo.
    private static void MoveInto(string folder, string draft)
    {
        Directory.CreateDirectory(folder);
        foreach (var made in Directory.EnumerateDirectories(draft).OrderBy(path => Path.GetFileName(path) == "app"))
            Directory.Move(made, Path.Join(folder, Path.GetFileName(made)));
    }

    private static async Task MakeAsync(EngineContext context, string folder, CancellationToken cancellationToken)
    {
        var app = Path.Join(folder, "app");
        var git = new DemoGit(context, app);
        await git.InitialiseAsync(bare: false, cancellationToken);
        await ExampleFiles.WriteAsync(app, FirstVersion, cancellationToken);
        await git.ReleaseAsync(FirstVersion, s_first, cancellationToken);

        var configuration = Path.Join(folder, "config.git");
        await new DemoGit(context, configuration).InitialiseAsync(bare: true, cancellationToken);
        await SeedAsync(context with { Directory = app }, cancellationToken);

        await ExampleFiles.WriteAsync(app, ExampleFiles.Version, cancellationToken);
        await git.ReleaseAsync(ExampleFiles.Version, s_first.AddDays(7), cancellationToken);
    }

    private static async Task SeedAsync(EngineContext context, CancellationToken cancellationToken)
    {
        var config = await GitOpsConfigFile.LoadAsync(context, GitOpsConfigFile.DefaultName, cancellationToken);
        var spec = await AppSpecFile.LoadAsync(context, config.Apps["web"].Spec!, cancellationToken);
        var folder = TreePath.Parse(config.AppPath("web"));
        var edit = GenerateEdits.For(spec, folder, config.Environments.Select(environment => environment.Name));
        using var repository = await GitRepository.OpenAsync(
            context, await ConfigRepository.FindAsync(config, context, cancellationToken), cancellationToken);
        await repository.CommitAsync(
            new CommitRequest(config.Config.Branch, edit, new Plan { MadeAt = s_first }, _ => $"Run web {FirstVersion} in every environment\n")
            {
                CreatesBranch = true,
            },
            cancellationToken);
    }
}

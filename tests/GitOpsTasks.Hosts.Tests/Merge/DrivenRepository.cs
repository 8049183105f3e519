using GitOpsTasks.Parts;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Hosts.Tests.Merge;

/// <summary>A real repository that the real command was installed into as merge driver, with two branches to join.</summary>
public abstract class DrivenRepository : IDisposable
{
    internal const string File = "apps/web & co/kustomization.yaml";

    internal const string Base =
        "# shop\nresources:\n- ../base\nimages:\n- name: web # the shop\n  newTag: 1.0.0\n- name: api\n  newTag: 2.0.0\n";

    private readonly HermeticGit _git;

    protected DrivenRepository()
    {
        // git hands the path to a shell.
        Directory.CreateDirectory(Repository);
        _git = new HermeticGit(Folder.FullPath);
    }

    internal TemporaryFolder Folder { get; } = new();

    protected string Repository => Folder.PathOf("a 'repository'");

    protected static string With(string text, params (string Old, string New)[] changes) =>
        changes.Aggregate(text, (current, change) => current.Replace(change.Old, change.New, StringComparison.Ordinal));

    public void Dispose()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>A repository whose branches <c>main</c> (checked out) and <c>topic</c> changed the file.</summary>
    protected async Task StartAsync(string ours, string theirs, string @base = Base, params string[] options)
    {
        await GitAsync("init", "--quiet", "--initial-branch=main");
        await GitAsync("config", "core.autocrlf", "false");
        (await GitOpsAsync(["merge-driver", "--install", .. options])).ExitCode.ShouldBe(0);
        await CommitAsync(@base, "start");
        await GitAsync("checkout", "--quiet", "-b", "topic");
        await CommitAsync(theirs, "theirs");
        await GitAsync("checkout", "--quiet", "main");
        await CommitAsync(ours, "ours");
    }

    protected async Task CommitAsync(string content, string message)
    {
        Folder.Write(Path.Combine(Repository, File), content);
        await GitAsync("add", "--all");
        await GitAsync("commit", "--quiet", "-m", message);
    }

    protected string Content() => Folder.Read(Path.Combine(Repository, File));

    protected async Task<string> GitAsync(params string[] arguments) => (await _git.RunAsync(Repository, arguments)).Text;

    internal Task<ProcessResult> TryGitAsync(params string[] arguments) => _git.TryRunAsync(Repository, arguments);

    internal Task<ProcessResult> GitOpsAsync(params string[] arguments) => GitOpsInAsync(Repository, arguments);

    internal Task<ProcessResult> GitOpsInAsync(string folder, params string[] arguments) => SystemProcessRunner.RunAsync(
        new ProcessCommand("dotnet", [Path.Combine(AppContext.BaseDirectory, "gitops.dll"), .. arguments])
        {
            WorkingDirectory = folder,
            Environment = _git.NextEnvironment(),
        },
        TestContext.Current.CancellationToken);
}

using GitOpsTasks.Contracts;
using GitOpsTasks.Processes;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Merge;

/// <summary>Tells git of the driver: two settings and the lines of <c>.gitattributes</c>. Again, it changes nothing.</summary>
/// <param name="context">Where the repository is; its command line goes into the settings.</param>
/// <param name="request">Where to, and how the driver decides.</param>
internal sealed class DriverInstallation(EngineContext context, MergeRequest request)
{
    /// <summary>The setting with the command line.</summary>
    public const string DriverKey = "merge.gitops.driver";

    private const string NameKey = "merge.gitops.name";
    private const string Name = "GitOpsTasks: image versions field by field";

    private string Scope => request.Global ? "--global" : "--local";

    /// <summary>Installs.</summary>
    /// <exception cref="TaskFailedException">GOT3072: no repository, or git's configuration cannot be written.</exception>
    public async Task<TaskOutcome<MergeResult>> RunAsync(CancellationToken cancellationToken)
    {
        var top = await GitAsync(["rev-parse", "--show-toplevel"], cancellationToken);
        if (!top.Succeeded && !request.Global)
            throw Failed("This is no git work tree", top, "Run it inside one, or pass --global.");
        var driver = DriverCommand.Line(context.HostCommand, request.Higher);
        var changed = await SetAsync(DriverKey, driver, cancellationToken) | await SetAsync(NameKey, Name, cancellationToken);
        var (lines, notes) = top.Succeeded ? await WriteAttributesAsync(top.Text, cancellationToken) : ([], []);
        return TaskOutcome<MergeResult>.Done(new MergeResult(changed || lines.Count > 0, driver, Scope, lines), notes);
    }

    private async Task<bool> SetAsync(string key, string value, CancellationToken cancellationToken)
    {
        var present = await GitAsync(["config", Scope, "--get", key], cancellationToken);
        if (present.Succeeded && present.Text == value)
            return false;
        if (request.DryRun)
            return true;
        var written = await GitAsync(["config", Scope, "--replace-all", key, value], cancellationToken);
        return written.Succeeded ? true : throw Failed($"git could not write '{key}'", written, "Check that its configuration file may be written.");
    }

    private async Task<(IReadOnlyList<string> Lines, IReadOnlyList<Diagnostic> Notes)> WriteAttributesAsync(string top, CancellationToken cancellationToken)
    {
        var outcome = await new WorkTreeRepository(new WorkTree(context.Resolve(top))).CommitAsync(
            new CommitRequest("", AttributesFile.AddDriver, new Plan { MadeAt = context.StampTime }, _ => "") { DryRun = request.DryRun }, cancellationToken);
        return ([.. outcome.Changes.Fields.Select(field => field.New!)], outcome.Changes.Diagnostics);
    }

    private Task<ProcessResult> GitAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken) => context.RunProcess(
        new ProcessCommand("git", arguments) { WorkingDirectory = context.Directory, Environment = context.Environment }, cancellationToken);

    private static TaskFailedException Failed(string what, ProcessResult result, string advice) =>
        TaskFailedException.Usage(MergeCodes.InstallFailed, $"{what}: {result.Error.Trim()}", advice);
}

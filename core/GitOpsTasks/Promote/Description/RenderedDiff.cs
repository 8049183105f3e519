using GitOpsTasks.Contracts;
using GitOpsTasks.Edits.Kustomize;
using GitOpsTasks.Processes;
using GitOpsTasks.Reporting;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Promote.Description;

/// <summary>
/// How rendered manifests change: <c>kustomize build</c> of kustomizations, <c>helm template</c> of charts, before and after.
/// Nothing is fetched: what builds on addresses is not rendered. No plugin and no chart of a kustomization is run.
/// </summary>
/// <param name="context">Programs, scratch space.</param>
internal sealed class RenderedDiff(EngineContext context)
{
    private static readonly TimeSpan s_deadline = TimeSpan.FromMinutes(1);

    /// <summary>The difference of some folders; null where nothing could be rendered.</summary>
    public async Task<string?> BetweenAsync(
        IConfigTree before, IConfigTree after, IReadOnlyList<TreePath> folders, CancellationToken cancellationToken)
    {
        var differences = new List<string>();
        foreach (var folder in folders)
        {
            if (await RenderAsync(before, folder, cancellationToken) is { } old && await RenderAsync(after, folder, cancellationToken) is { } now)
                differences.Add(UnifiedDiff.Render(folder.Value, old, now));
        }

        return string.Concat(differences) is { Length: > 0 } text ? text : null;
    }

    private async Task<ReadOnlyMemory<byte>?> RenderAsync(IConfigTree tree, TreePath folder, CancellationToken cancellationToken)
    {
        if (CommandFor(await tree.ListAsync(folder, cancellationToken)) is not { } command
            || await RenderedFolders.OfAsync(tree, folder, cancellationToken) is not { } folders)
            return null;
        using var scratch = new ScratchDirectory(context, "render");
        foreach (var path in folders)
            await WriteAsync(tree, path, scratch.FullPath, cancellationToken);
        var full = Path.Join(scratch.FullPath, folder.Value);
        try
        {
            var result = await context.RunProcess(
                new ProcessCommand(command.Program, [.. command.Arguments, full])
                {
                    WorkingDirectory = full,
                    Environment = context.Environment.With([new("GITOPS_TOKEN", null), new("GITHUB_TOKEN", null), new("SYSTEM_ACCESSTOKEN", null), new("AZURE_DEVOPS_EXT_PAT", null), new("GIT_ALLOW_PROTOCOL", "none"), new("LC_ALL", "C")]),
                    Deadline = s_deadline,
                },
                cancellationToken);
            return result.Succeeded ? result.Output : null;
        }
        catch (Exception e) when (e is TimeoutException or ProcessNotFoundException)
        {
            return null;
        }
    }

    private (string Program, string[] Arguments)? CommandFor(IReadOnlyList<TreeEntry> entries)
    {
        if (entries.Any(entry => KustomizationFile.Names.Contains(entry.Path.Name)))
        {
            return ProgramPath.Find("kustomize", context.Environment) is { } kustomize ? (kustomize, ["build", "--load-restrictor", "LoadRestrictionsNone"])
                : ProgramPath.Find("kubectl", context.Environment) is { } kubectl ? (kubectl, ["kustomize", "--load-restrictor", "LoadRestrictionsNone"]) : null;
        }

        return entries.Any(entry => entry.Path.Name == "Chart.yaml") && ProgramPath.Find("helm", context.Environment) is { } helm ? (helm, ["template", "release"]) : null;
    }

    private static async Task WriteAsync(IConfigTree tree, TreePath folder, string root, CancellationToken cancellationToken)
    {
        var entries = await tree.ListRecursivelyAsync(folder, cancellationToken);
        foreach (var (path, file) in await tree.ReadAsync([.. entries.Where(entry => entry.IsFile).Select(entry => entry.Path)], cancellationToken))
        {
            var full = Path.Join(root, path.Value);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            await File.WriteAllBytesAsync(full, file.Content, cancellationToken);
        }
    }
}

using GitOpsTasks.Contracts;
using GitOpsTasks.Processes;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Git;

/// <summary>Whether git would merge files without a conflict; asked of <c>git merge-file</c>, which needs no repository.</summary>
/// <param name="context">Processes and scratch space.</param>
internal sealed class TextMerge(EngineContext context)
{
    /// <summary>Whether one of some files, which both sides changed, conflicts.</summary>
    public async Task<bool> ConflictsAsync(
        IReadOnlyList<TreePath> paths, IConfigTree ancestor, IConfigTree ours, IConfigTree theirs, CancellationToken cancellationToken)
    {
        var before = await ancestor.ReadAsync(paths, cancellationToken);
        var left = await ours.ReadAsync(paths, cancellationToken);
        var right = await theirs.ReadAsync(paths, cancellationToken);
        foreach (var path in paths)
        {
            if (await ConflictsAsync(before.GetValueOrDefault(path), left.GetValueOrDefault(path), right.GetValueOrDefault(path), cancellationToken))
                return true;
        }

        return false;
    }

    private async Task<bool> ConflictsAsync(TreeFile? before, TreeFile? left, TreeFile? right, CancellationToken cancellationToken)
    {
        if (left is null || right is null)
            return left != right;
        if (left.Content.Span.SequenceEqual(right.Content.Span))
            return false;
        using var scratch = new ScratchDirectory(context, "merge");
        ReadOnlyMemory<byte>[] contents = [left.Content, before?.Content ?? default, right.Content];
        string[] names = ["ours", "before", "theirs"];
        for (var i = 0; i < names.Length; i++)
            await File.WriteAllBytesAsync(Path.Join(scratch.FullPath, names[i]), contents[i], cancellationToken);
        var result = await context.RunProcess(
            new ProcessCommand("git", ["merge-file", "-p", "--quiet", .. names])
            {
                WorkingDirectory = scratch.FullPath,
                Environment = context.Environment.With([.. GitCommand.InheritedRepository.Select(name => KeyValuePair.Create(name, (string?)null)), new("GIT_CEILING_DIRECTORIES", scratch.FullPath)]),
            },
            cancellationToken);
        return !result.Succeeded;
    }
}

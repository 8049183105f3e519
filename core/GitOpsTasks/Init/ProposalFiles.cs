using System.Text;
using GitOpsTasks.Contracts;
using GitOpsTasks.Init.Sources;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Init;

/// <summary>Writes the files of a proposal that are not there. None is ever overwritten.</summary>
/// <param name="repository">The repository.</param>
/// <param name="findings">Gets files that are there with other content.</param>
internal sealed class ProposalFiles(Repository repository, Findings findings)
{
    /// <summary>Writes; all or nothing.</summary>
    /// <param name="wanted">Paths with content; null for what stays as it is.</param>
    /// <param name="isPreview">Writes nothing.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async Task<IReadOnlyList<ProposedFile>> WriteAsync(IReadOnlyList<(string Path, string? Content)> wanted, bool isPreview, CancellationToken cancellationToken)
    {
        var tree = new WorkTree(repository.RootPath);
        var there = await tree.ReadAsync([.. wanted.Select(file => TreePath.Parse(file.Path))], cancellationToken);
        var files = new List<ProposedFile>();
        foreach (var (path, content) in wanted)
        {
            if (!there.TryGetValue(TreePath.Parse(path), out var known))
                files.Add(new ProposedFile(path, isPreview ? ProposedFile.Proposed : ProposedFile.Written, content ?? ""));
            else
                files.Add(Known(path, content, known));
        }

        var changes = new ChangeSet
        {
            Files = [.. files.Where(file => file.State == ProposedFile.Written).Select(file => new FileChange(TreePath.Parse(file.Path), Encoding.UTF8.GetBytes(file.Content))).OrderBy(change => change.Path)],
        };
        if (!changes.IsEmpty)
        {
            await new WorkTreeRepository(tree).CommitAsync(
                new CommitRequest("", OnlyNew(changes), new Plan { MadeAt = DateTimeOffset.UnixEpoch }, _ => "Begin with GitOps"), cancellationToken);
        }

        return files;
    }

    // What came to be there meanwhile stays too.
    private static TreeEdit OnlyNew(ChangeSet changes) => async (tree, _, cancellationToken) =>
    {
        var there = await tree.ReadAsync([.. changes.Files.Select(file => file.Path)], cancellationToken);
        return changes with { Files = [.. changes.Files.Where(file => !there.ContainsKey(file.Path))] };
    };

    private ProposedFile Known(string path, string? content, TreeFile file)
    {
        var text = Encoding.UTF8.GetString(file.Content.Span);
        if (content is null || content == text)
            return new ProposedFile(path, ProposedFile.Same, text);
        findings.Tell(InitCodes.Exists, $"'{path}' is there already, and stays as it is.", "Move it away to see what would be proposed instead.", new SourcePlace(path));
        return new ProposedFile(path, ProposedFile.Kept, text);
    }
}

using System.Text;
using System.Text.Unicode;
using GitOpsTasks.Contracts;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Git;

/// <summary>A tree object, read: the entries of one folder.</summary>
internal sealed class FolderObject
{
    private readonly Dictionary<string, FolderItem> _items;

    private FolderObject(Dictionary<string, FolderItem> items) => _items = items;

    /// <summary>The entries, in the order of the object.</summary>
    public IEnumerable<FolderItem> Items => _items.Values;

    /// <summary>How many entries there are.</summary>
    public int Count => _items.Count;

    /// <summary>An entry by its name; null where there is none.</summary>
    public FolderItem? Find(string name) => _items.GetValueOrDefault(name);

    /// <summary>
    /// Reads a tree object: <c>MODE SP NAME NUL ID</c> for each entry, the id in bytes. Entries whose name is no name of a
    /// file - <c>..</c>, <c>.git</c> and its other spellings, a slash in it - are left out: git makes no such trees -
    /// and names that are not UTF-8, which could not be written back.
    /// </summary>
    /// <exception cref="TaskFailedException">GOT6006: it is cut off.</exception>
    public static FolderObject Read(ReadOnlySpan<byte> content, ObjectFormat format)
    {
        var items = new Dictionary<string, FolderItem>(StringComparer.Ordinal);
        while (content.Length > 0)
        {
            var space = content.IndexOf((byte)' ');
            var end = content.IndexOf((byte)0);
            if (space < 0 || end < space || content.Length < end + 1 + format.IdLength)
                throw TaskFailedException.External(GitCodes.GitFailed, "The server sent a tree that is cut off.", "Run the task again; check the repository with 'git fsck'.");
            var bytes = content[(space + 1)..end];
            var name = Encoding.UTF8.GetString(bytes);
            if (Utf8.IsValid(bytes) && IsName(name))
            {
                var mode = Encoding.ASCII.GetString(content[..space]).PadLeft(6, '0');
                items[name] = new FolderItem(name, GitModes.ToKind(mode), Convert.ToHexStringLower(content.Slice(end + 1, format.IdLength)));
            }

            content = content[(end + 1 + format.IdLength)..];
        }

        return new FolderObject(items);
    }

    private static bool IsName(string name) =>
        !name.Contains('/') && TreePath.TryParse(name, out var path) && path.Value == name && !path.IsRoot;
}

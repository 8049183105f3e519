using System.Globalization;
using System.Text;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Trees;

/// <summary>
/// A path inside a repository: relative, forward slashes, no <c>.</c> or <c>..</c>, never inside <c>.git</c>. Compares
/// ordinally. The root is the empty path.
/// </summary>
public readonly record struct TreePath : IComparable<TreePath>
{
    private readonly string? _value;

    private TreePath(string value) => _value = value.Length == 0 ? null : value;

    /// <summary>The root folder of the repository.</summary>
    public static TreePath Root => default;

    /// <summary>The path as text; empty for the root.</summary>
    public string Value => _value ?? "";

    /// <summary>Whether this is the root folder.</summary>
    public bool IsRoot => Value.Length == 0;

    /// <summary>The last part of the path.</summary>
    public string Name => Value[(Value.LastIndexOf('/') + 1)..];

    /// <summary>The folder this path is in; the root for a path of one part.</summary>
    public TreePath Parent => Value.LastIndexOf('/') is var slash and > 0 ? new TreePath(Value[..slash]) : Root;

    /// <summary>Checks and normalises a path: <c>./a//b/../c</c> is <c>a/c</c>.</summary>
    /// <exception cref="TaskFailedException">GOT1005: it is absolute, leaves the repository or enters <c>.git</c>.</exception>
    public static TreePath Parse(string text) =>
        TryParse(text, out var path) ? path : throw Refuse(text);

    /// <summary>As <see cref="Parse"/>, without an exception.</summary>
    public static bool TryParse(string text, out TreePath path)
    {
        path = default;
        if (text.Contains('\0') || text.StartsWith('/') || text.StartsWith('\\') || IsDriveRooted(text))
            return false;
        var parts = new List<string>();
        foreach (var part in text.Split('/'))
        {
            if (part is "" or ".")
                continue;
            if (part == "..")
            {
                if (parts.Count == 0)
                    return false;
                parts.RemoveAt(parts.Count - 1);
                continue;
            }

            if (IsGitFolder(part) || SplitsOnWindows(part))
                return false;
            parts.Add(part);
        }

        path = new TreePath(string.Join('/', parts));
        return true;
    }

    /// <summary>A path below this one.</summary>
    /// <param name="relative">May hold <c>..</c>, as kustomize references do, but not leave the repository.</param>
    public TreePath Combine(string relative) => Parse(IsRoot ? relative : $"{Value}/{relative}");

    /// <summary>As <see cref="Combine"/>, false where the path would leave the repository.</summary>
    public bool TryCombine(string relative, out TreePath path)
    {
        path = default;
        return !relative.StartsWith('/') && TryParse(IsRoot ? relative : $"{Value}/{relative}", out path);
    }

    /// <summary>An entry of this folder, by a name that <see cref="TryParse"/> takes.</summary>
    internal TreePath Child(string name) => new(IsRoot ? name : string.Concat(Value, "/", name));

    /// <summary>As <see cref="Child"/>; false for a name that <see cref="TryParse"/> refuses.</summary>
    internal bool TryChild(string name, out TreePath path)
    {
        var isTaken = name is not ("" or "." or "..") && name[0] != '\\' && !name.AsSpan().ContainsAny('/', '\0')
            && !IsDriveRooted(name) && !IsGitFolder(name) && !SplitsOnWindows(name);
        path = isTaken ? Child(name) : default;
        return isTaken;
    }

    /// <summary>Whether this path is the folder itself or anything below it.</summary>
    public bool IsIn(TreePath folder) =>
        folder.IsRoot || this == folder || Value.StartsWith(folder.Value + "/", StringComparison.Ordinal);

    /// <inheritdoc />
    public int CompareTo(TreePath other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The path as text.</summary>
    public override string ToString() => Value;

    // git refuses these spellings too: file systems that fold case, ignore some characters, or have short names and streams
    // reach the same folder by them.
    private static bool IsGitFolder(string part)
    {
        if (part[0] is not ('.' or 'g' or 'G') && Ascii.IsValid(part))
            return false;
        var name = string.Concat(part.Where(c => char.GetUnicodeCategory(c) != UnicodeCategory.Format)).Split(':')[0].TrimEnd('.', ' ');
        return name.Equals(".git", StringComparison.OrdinalIgnoreCase) || name.Equals("git~1", StringComparison.OrdinalIgnoreCase);
    }

    // There, a backslash is a separator and a colon names a stream of a file.
    private static bool SplitsOnWindows(string part) => OperatingSystem.IsWindows() && part.AsSpan().ContainsAny('\\', ':');

    private static bool IsDriveRooted(string text) =>
        text.Length > 1 && text[1] == ':' && char.IsAsciiLetter(text[0]) && OperatingSystem.IsWindows();

    private static TaskFailedException Refuse(string text) => TaskFailedException.Usage(
        UsageCodes.PathRefused,
        $"The path '{text}' is not inside the repository.",
        "Give a relative path that stays in the repository and outside its .git folder.");
}

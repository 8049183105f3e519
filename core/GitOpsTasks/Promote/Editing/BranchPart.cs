using System.Security.Cryptography;
using System.Text;

namespace GitOpsTasks.Promote.Editing;

/// <summary>A name as part of a branch's name. Names that gitops.yaml takes stay as they are; folders can have others.</summary>
internal static class BranchPart
{
    private const int Longest = 63;

    /// <summary>The name, or what is left of it with a hash of it.</summary>
    public static string Of(string name)
    {
        var kept = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '-'));
        var isPlain = kept == name && name.Length is > 0 and <= Longest && char.IsAsciiLetterOrDigit(name[0]) && char.IsAsciiLetterOrDigit(name[^1])
            && !name.Contains("..", StringComparison.Ordinal) && !name.EndsWith(".lock", StringComparison.Ordinal);
        if (isPlain)
            return name;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..8];
        var rest = kept.Replace("..", "-", StringComparison.Ordinal).Trim('-', '.', '_');
        return $"{rest[..Math.Min(40, rest.Length)]}-{hash}".TrimStart('-');
    }
}

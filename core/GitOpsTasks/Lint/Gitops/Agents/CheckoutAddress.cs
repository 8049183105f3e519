using System.Text.RegularExpressions;
using GitOpsTasks.Git;

namespace GitOpsTasks.Lint.Gitops.Agents;

/// <summary>The address a checkout came from. Its configuration is only read: git is not run for it, and it names no other files.</summary>
internal static partial class CheckoutAddress
{
    private const int MostRead = 1_000_000;

    /// <summary>The address of <c>origin</c>; null where there is none, or the folder is no checkout.</summary>
    /// <param name="folder">An absolute path.</param>
    public static string? Of(string folder)
    {
        try
        {
            if (LocalCheckout.Around(folder) is not { } checkout || new FileInfo(checkout.Configuration) is not { Exists: true, Length: < MostRead })
                return null;
            var isOrigin = false;
            foreach (var line in File.ReadLines(checkout.Configuration).Select(line => line.Trim()))
            {
                if (line.StartsWith('['))
                    isOrigin = line.StartsWith("[remote \"origin\"]", StringComparison.Ordinal);
                else if (isOrigin && Url().Match(line) is { Success: true } match)
                    return match.Groups["url"].Value;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // What cannot be read says nothing of the address.
        }

        return null;
    }

    [GeneratedRegex(@"\Aurl\s*=\s*""?(?<url>[^""\s;#]+)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Url();
}

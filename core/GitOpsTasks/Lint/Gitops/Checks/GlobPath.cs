using System.Text;
using System.Text.RegularExpressions;

namespace GitOpsTasks.Lint.Gitops.Checks;

/// <summary>Paths with <c>*</c>, <c>**</c> and <c>?</c>, as git generators of Argo CD have them. A very long one is taken to mean something.</summary>
internal static class GlobPath
{
    private const int MostRead = 500;

    /// <summary>Whether a folder of the repository is meant.</summary>
    public static bool MatchesFolder(string glob, RepositoryGraph graph) => Matches(glob, graph.Folders.Select(folder => folder.Value));

    /// <summary>Whether a YAML file of the repository is meant.</summary>
    public static bool MatchesFile(string glob, RepositoryGraph graph) => Matches(glob, graph.Repository.Files.Select(file => file.Path.Value));

    private static bool Matches(string glob, IEnumerable<string> paths)
    {
        if (glob.Length > MostRead)
            return true;
        var pattern = new StringBuilder(@"\A");
        var text = glob.TrimStart('.').Trim('/');
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '*' && i + 1 < text.Length && text[i + 1] == '*')
            {
                pattern.Append(".*");
                i++;
                if (i + 1 < text.Length && text[i + 1] == '/')
                    i++;
            }
            else
            {
                pattern.Append(text[i] switch { '*' => "[^/]*", '?' => "[^/]", var other => Regex.Escape(other.ToString()) });
            }
        }

        var regex = new Regex(pattern.Append(@"\z").ToString(), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        return paths.Any(regex.IsMatch);
    }
}

using System.Text;
using System.Text.RegularExpressions;

namespace GitOpsTasks.Images.Policies;

/// <summary>What a pattern matched, with its groups numbered in the order they open, as RE2 numbers them.</summary>
public sealed class Re2Match
{
    private readonly Match _match;
    private readonly IReadOnlyList<string> _groups;

    internal Re2Match(Match match, IReadOnlyList<string> groups) => (_match, _groups) = (match, groups);

    /// <summary>
    /// Fills a template as Go's regexp.Expand does: <c>$1</c>, <c>$name</c>, <c>${name}</c> and <c>$$</c>. A name goes on as
    /// long as it can, so that <c>$1x</c> is the group <c>1x</c>; a group that is not there is empty.
    /// </summary>
    public string Expand(string template)
    {
        var text = new StringBuilder();
        for (var at = 0; at < template.Length;)
        {
            if (template[at] != '$')
            {
                text.Append(template[at++]);
            }
            else if (template.AsSpan(at + 1).StartsWith('$'))
            {
                text.Append('$');
                at += 2;
            }
            else if (NameAt(template, at + 1) is { Length: > 0 } name)
            {
                text.Append(GroupText(name));
                at += name.Length + (template[at + 1] == '{' ? 3 : 1);
            }
            else
            {
                text.Append(template[at++]);
            }
        }

        return text.ToString();
    }

    // Empty where what follows the dollar is no name, or its brace is not closed: the dollar then stands for itself.
    private static string NameAt(string template, int at)
    {
        var isBraced = template.AsSpan(at).StartsWith('{');
        var start = isBraced ? at + 1 : at;
        var end = start;
        while (end < template.Length && (char.IsLetterOrDigit(template[end]) || template[end] == '_'))
            end++;
        return isBraced && (end == template.Length || template[end] != '}') ? "" : template[start..end];
    }

    private string GroupText(string name)
    {
        var isNumber = name.All(char.IsAsciiDigit) && (name.Length == 1 || name[0] != '0');
        if (isNumber)
            return int.TryParse(name, out var number) ? _match.Groups[number].Value : "";
        for (var i = 1; i < _groups.Count; i++)
        {
            if (_groups[i] == name)
                return _match.Groups[i].Value;
        }

        return "";
    }
}

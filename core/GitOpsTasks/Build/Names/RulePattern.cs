using System.Text.RegularExpressions;

namespace GitOpsTasks.Build.Names;

/// <summary>A regular expression that a rule holds: bare, or between slashes with flags after them.</summary>
internal sealed class RulePattern
{
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(1);

    private readonly PlacedText _source;
    private readonly Regex _regex;

    /// <summary>Reads it.</summary>
    public RulePattern(PlacedText source)
    {
        _source = source;
        var text = source.Text;
        var close = text.LastIndexOf('/');
        var isDelimited = text.StartsWith('/') && close > 0;
        try
        {
            _regex = new Regex(isDelimited ? text[1..close] : text, OptionsOf(isDelimited ? text[(close + 1)..] : ""), s_longest);
        }
        catch (ArgumentException e)
        {
            throw source.Refuse($"'{text}' is not a regular expression: {e.Message.TrimEnd('.')}.", "Correct it; a comma in it needs double quotes around the whole field.");
        }
    }

    /// <summary>Whether it has a group.</summary>
    public bool Has(int group) => _regex.GetGroupNumbers().Contains(group);

    /// <summary>What a group holds in a text, or in the text with hyphens for slashes; null where neither matches.</summary>
    public string? Find(string text, int group)
    {
        try
        {
            var match = _regex.Match(text);
            if (!match.Success)
                match = _regex.Match(text.Replace('/', '-'));
            return match.Success ? match.Groups[group].Value : null;
        }
        catch (RegexMatchTimeoutException)
        {
            throw _source.Refuse($"'{_source.Text}' takes too long to match '{text}'.", "Write it without repetitions of repetitions.");
        }
    }

    private RegexOptions OptionsOf(string flags)
    {
        var options = RegexOptions.CultureInvariant;
        foreach (var flag in flags)
        {
            options |= flag switch
            {
                'i' => RegexOptions.IgnoreCase,
                'm' => RegexOptions.Multiline,
                's' => RegexOptions.Singleline,
                'g' or 'u' => RegexOptions.None,
                _ => throw _source.Refuse($"There is no flag '{flag}' of regular expressions here.", "Flags are i, m and s; g and u change nothing."),
            };
        }

        return options;
    }
}

namespace GitOpsTasks.Lint.Policy;

/// <summary>Names of ports, as RFC 6335 has them: up to 15 small letters, digits and hyphens, a letter among them.</summary>
internal static class PortName
{
    /// <summary>What to do about a name that is none.</summary>
    public const string Advice = "Take up to 15 small letters, digits and single hyphens, at least one letter among them.";

    private const int MostCharacters = 15;

    /// <summary>Why a text is no name of a port; null where it is one.</summary>
    public static string? Problem(string text)
    {
        if (text.Length > MostCharacters)
            return $"it has more than {MostCharacters} characters";
        if (text.Any(character => !char.IsAsciiLetterLower(character) && !char.IsAsciiDigit(character) && character != '-'))
            return "it has other characters than small letters, digits and hyphens";
        if (!text.Any(char.IsAsciiLetterLower))
            return "it has no letter; a number has no quotes";
        return text.StartsWith('-') || text.EndsWith('-') || text.Contains("--", StringComparison.Ordinal) ? "a hyphen is at its end, or beside another" : null;
    }
}

namespace GitOpsTasks.Lint;

/// <summary>Codes of findings of the lint task; GOT2001 to GOT2003 come from the YAML room.</summary>
public static class LintCodes
{
    /// <summary>A key stands twice in one mapping; readers disagree on which value counts.</summary>
    public const string DuplicateKey = "GOT2101";

    /// <summary>A kustomization names a file or folder that does not exist.</summary>
    public const string ReferenceNotFound = "GOT2110";

    /// <summary>A kustomization names a folder that holds no kustomization.</summary>
    public const string ReferenceNoKustomization = "GOT2111";

    /// <summary>A kustomization names something outside the repository.</summary>
    public const string ReferenceLeavesRepository = "GOT2112";

    /// <summary>An alias of nothing, or an anchor that stands twice or is not used.</summary>
    public const string Anchors = "GOT2120";

    /// <summary>Flow mappings, or blanks inside braces.</summary>
    public const string Braces = "GOT2121";

    /// <summary>Flow sequences, or blanks inside brackets.</summary>
    public const string Brackets = "GOT2122";

    /// <summary>Blanks around a colon.</summary>
    public const string Colons = "GOT2123";

    /// <summary>Blanks around a comma.</summary>
    public const string Commas = "GOT2124";

    /// <summary>Space before or at the start of a comment.</summary>
    public const string Comments = "GOT2125";

    /// <summary>A comment is not indented like what is around it.</summary>
    public const string CommentsIndentation = "GOT2126";

    /// <summary>A document does not end with <c>...</c>, or does.</summary>
    public const string DocumentEnd = "GOT2127";

    /// <summary>A document does not begin with <c>---</c>, or does.</summary>
    public const string DocumentStart = "GOT2128";

    /// <summary>Too many blank lines.</summary>
    public const string EmptyLines = "GOT2129";

    /// <summary>A key or item has no value and so is null.</summary>
    public const string EmptyValues = "GOT2130";

    /// <summary>A number is written in a way that was forbidden.</summary>
    public const string FloatValues = "GOT2131";

    /// <summary>Blanks after a hyphen.</summary>
    public const string Hyphens = "GOT2132";

    /// <summary>A line is not indented as others of its level.</summary>
    public const string Indentation = "GOT2133";

    /// <summary>Keys are not in order.</summary>
    public const string KeyOrdering = "GOT2134";

    /// <summary>A line is too long.</summary>
    public const string LineLength = "GOT2135";

    /// <summary>The last line has no line feed.</summary>
    public const string NewLineAtEndOfFile = "GOT2136";

    /// <summary>Lines end in another way than they should.</summary>
    public const string NewLines = "GOT2137";

    /// <summary>A number to the base of eight.</summary>
    public const string OctalValues = "GOT2138";

    /// <summary>A text has quotes it should not have, or lacks them.</summary>
    public const string QuotedStrings = "GOT2139";

    /// <summary>White space at the end of a line.</summary>
    public const string TrailingSpaces = "GOT2140";

    /// <summary>A word that some readers take for true or false.</summary>
    public const string Truthy = "GOT2141";

    /// <summary>A file went away between listing and reading.</summary>
    public const string FileGone = "GOT2149";

    /// <summary>A yamllint configuration names a key, a rule or an option that does not exist.</summary>
    public const string ConfigurationUnknown = "GOT2150";

    /// <summary>A yamllint configuration has a value that its key cannot have.</summary>
    public const string ConfigurationValue = "GOT2151";

    /// <summary>A file that a yamllint configuration extends or reads does not exist.</summary>
    public const string ConfigurationNotFound = "GOT2152";

    /// <summary>A configuration names a rule that does not exist.</summary>
    public const string UnknownRule = "GOT2160";

    /// <summary>A configuration names a rule twice.</summary>
    public const string RuleNamedTwice = "GOT2161";

    /// <summary>A baseline file is none.</summary>
    public const string BaselineWrong = "GOT2162";

    /// <summary>A baseline file has findings that do not occur any more.</summary>
    public const string BaselineStale = "GOT2163";

    /// <summary>The revision that changes are counted from is none, or has no history in common with HEAD.</summary>
    public const string RevisionUnknown = "GOT2164";

    /// <summary>Changes are asked for where there is no git repository.</summary>
    public const string NotInGit = "GOT2165";

    /// <summary>A comment that switches a finding off gives no reason.</summary>
    public const string DirectiveReason = "GOT2170";

    /// <summary>A comment that switches a finding off names no rule that exists.</summary>
    public const string DirectiveUnknown = "GOT2171";

    /// <summary>A comment switches a finding off that does not occur.</summary>
    public const string DirectiveUnused = "GOT2172";

    /// <summary>A comment that switches a finding off cannot be understood, or stands where it has no effect.</summary>
    public const string DirectiveMalformed = "GOT2173";

    /// <summary>A file was not mended: the mended text would have another meaning.</summary>
    public const string FixRefused = "GOT2180";

    /// <summary>A link leads out of the repository, to nothing or in a circle, and so is not checked.</summary>
    public const string LinkNotFollowed = "GOT2190";
}

using System.Text.RegularExpressions;
using GitOpsTasks.Contracts;
using GitOpsTasks.Images;

namespace GitOpsTasks.Build.Names;

/// <summary>Makes the tags of an event: those of its rules in order, and <c>latest</c> at the end.</summary>
internal sealed partial class NamedTags(TemplateScope scope, Flavor flavor, IReadOnlyList<string> versions)
{
    private const int LongestTag = 128;

    private readonly List<string> _tags = [];
    private readonly List<Diagnostic> _diagnostics = [];
    private bool _isLatest;
    private bool _isLatestTold;

    /// <summary>What happened that a person should know.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    private bool IsHighest => flavor.Latest == LatestMode.Highest;

    /// <summary>The tags, each once, the one that is the image's version first.</summary>
    public IReadOnlyList<string> Make(IReadOnlyList<NameRule> rules)
    {
        _isLatest = flavor.Latest == LatestMode.Always;
        var values = new RuleValues(scope, _diagnostics.Add);
        foreach (var rule in rules)
        {
            if (rule.IsEnabled(scope) && values.Of(rule) is { Text.Length: > 0 } value)
                Take(value);
        }

        if (_tags.Count > 0 && _isLatest)
            Add(flavor.LatestTag(scope), "The flavor", flavor.LatestPlace);
        return _tags;
    }

    /// <summary>A text with a hyphen for each run of characters that no tag holds.</summary>
    public static string Sanitise(string text) => NotInTags().Replace(text, "-");

    private void Take(RuleValue value)
    {
        var tag = flavor.Decorate(value, scope);
        var newer = IsHighest ? Newer(value) : [];
        if (newer.Find(other => other.Text == value.Text) is { } owner)
        {
            _diagnostics.Add(Stays(Sanitise(tag), owner));
            return;
        }

        if (flavor.Latest == LatestMode.Auto && _tags.Count == 0)
            Decide(value);
        else if (IsHighest && value is { SetsLatest: true, Version.IsFinal: true })
            DecideByVersion(newer);
        Add(tag, $"The tag rule '{value.Rule.Text}'", value.Rule.Attributes.Line.Place);
    }

    // The first tag alone decides.
    private void Decide(RuleValue value)
    {
        _isLatest = value.SetsLatest;
        if (_isLatest && value.Version is { IsFinal: false } version)
        {
            _diagnostics.Add(Diagnostic.Warning(
                NameCodes.LatestIsPrerelease,
                $"'latest' is moved to the prerelease {version.Raw}: a rule of type {value.Rule.Type} does not look at versions.",
                "Write latest=false or latest=highest in flavor, or take a rule of type semver.",
                value.Rule.Attributes.Line.Place));
        }
    }

    private void DecideByVersion(List<RuleValue> newer)
    {
        _isLatest |= newer.Count == 0;
        if (newer.Count > 0 && !_isLatestTold)
            _diagnostics.Add(Stays("latest", newer[0]));
        _isLatestTold |= newer.Count > 0;
    }

    // Versions above the one a value is made from, as the same rule reads them, the highest first.
    private List<RuleValue> Newer(RuleValue value)
    {
        if (value.Version is not { IsFinal: true } version)
            return [];
        var newer = versions.Select(value.OfOther).OfType<RuleValue>()
            .Where(other => other.Version is { IsFinal: true } known && known.CompareTo(version) > 0).ToList();
        newer.Sort((one, other) => other.Version!.CompareTo(one.Version!));
        return newer;
    }

    private void Add(string text, string giver, SourcePlace? place)
    {
        var tag = Sanitise(text);
        if (!ImageGrammar.IsTag(tag))
            throw NotATag(tag, giver, place);
        if (!_tags.Contains(tag))
            _tags.Add(tag);
    }

    private static Diagnostic Stays(string tag, RuleValue owner) => Diagnostic.Note(
        NameCodes.NewerVersionExists, $"'{tag}' stays where it is: there is the newer version {owner.Version!.Raw}.", null, owner.Rule.Attributes.Line.Place);

    private static TaskFailedException NotATag(string tag, string giver, SourcePlace? place) => tag.Length > LongestTag
        ? TaskFailedException.Usage(
            BuildCodes.TagInvalid, $"{giver} gives a tag of {tag.Length} characters, '{tag[..40]}...', and a tag has at most {LongestTag}.",
            "Use a shorter name for the branch or tag, or a rule such as type=sha or type=ref,event=pr.", place)
        : TaskFailedException.Usage(
            BuildCodes.TagInvalid, $"{giver} gives '{tag}', and a tag begins with a letter, a digit or an underscore.",
            "Put a prefix before it, such as prefix=b, or take another rule.", place);

    [GeneratedRegex("[^a-zA-Z0-9._-]+", RegexOptions.CultureInvariant)]
    private static partial Regex NotInTags();
}

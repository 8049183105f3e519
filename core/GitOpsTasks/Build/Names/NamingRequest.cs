using System.Globalization;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Build.Names;

/// <summary>What names and labels are made from, besides the event: inputs in the grammar of docker/metadata-action.</summary>
public sealed record NamingRequest
{
    /// <summary>Repositories, one a line; empty gives tags alone.</summary>
    public string Images { get; init; } = "";

    /// <summary>Tag rules, one a line; empty for those of a schedule, branch, tag and pull request.</summary>
    public string Tags { get; init; } = "";

    /// <summary>What all tags have in common: <c>latest</c>, <c>prefix</c> and <c>suffix</c>.</summary>
    public string Flavor { get; init; } = "";

    /// <summary>Labels, <c>KEY=VALUE</c> a line; they win over those that are made from the event.</summary>
    public string Labels { get; init; } = "";

    /// <summary>Labels of the image itself, as they stand; they win over those made from the event.</summary>
    public IReadOnlyDictionary<string, string> OwnLabels { get; init; } = new Dictionary<string, string>();

    /// <summary>Annotations, <c>[LEVEL:]KEY=VALUE</c> a line; they win likewise.</summary>
    public string Annotations { get; init; } = "";

    /// <summary>The time that <c>{{date}}</c> writes.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>When the image is said to be made; null for the commit's time.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>How many digits of a commit id stand for it.</summary>
    public int ShortCommitLength { get; init; } = 7;

    /// <summary>The levels that annotations without one get, of <see cref="ImageAnnotation.Levels"/>.</summary>
    public IReadOnlyList<string> AnnotationLevels { get; init; } = ["manifest"];

    /// <summary>The versions there are, for <c>latest=highest</c>; null where they cannot be known.</summary>
    public ReadVersionTags? ReadTags { get; init; }

    /// <summary>A request with the times and the settings of an environment.</summary>
    /// <exception cref="TaskFailedException">GOT1002: a variable has a value it cannot have.</exception>
    public static NamingRequest In(EngineContext context) => new()
    {
        Now = context.StampTime,
        Created = SourceDate.From(context),
        ShortCommitLength = LengthIn(context),
        AnnotationLevels = LevelsIn(context),
    };

    private static int LengthIn(EngineContext context)
    {
        const string variable = "DOCKER_METADATA_SHORT_SHA_LENGTH";
        if (context.Environment[variable] is not { } text)
            return 7;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length is >= 4 and <= 64
            ? length
            : throw Invalid(variable, text, "Set it to a number from 4 to 64, or not at all.");
    }

    private static string[] LevelsIn(EngineContext context)
    {
        const string variable = "DOCKER_METADATA_ANNOTATIONS_LEVELS";
        var levels = (context.Environment[variable] ?? "manifest").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return Array.Find(levels, level => !ImageAnnotation.Levels.Contains(level)) is { } unknown
            ? throw Invalid(variable, unknown, $"Levels are {string.Join(", ", ImageAnnotation.Levels)}.")
            : [.. levels.Distinct(StringComparer.Ordinal)];
    }

    private static TaskFailedException Invalid(string variable, string value, string advice) =>
        TaskFailedException.Usage(UsageCodes.InputInvalid, $"{variable} holds '{value}'.", advice);
}

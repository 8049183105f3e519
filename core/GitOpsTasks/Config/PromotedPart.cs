namespace GitOpsTasks.Config;

/// <summary>Something of an application that a promotion takes from one environment to the next.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">
/// The image's name for one image, the files for values and files: a path from the environment's folder, in which <c>*</c>
/// stands for any part of a name; null otherwise.
/// </param>
/// <param name="Field">The field of values: a path as <c>/a/b</c> or <c>a.b</c>; null otherwise.</param>
public sealed record PromotedPart(PromotedKind Kind, string? Name = null, string? Field = null)
{
    /// <summary>Stands in a path for the name of the environment.</summary>
    public const string EnvironmentPlaceholder = "{environment}";

    /// <summary>What is promoted where nothing is said.</summary>
    public static IReadOnlyList<PromotedPart> Default { get; } = [new(PromotedKind.Images)];

    /// <summary>Reads <c>images</c>, <c>image:NAME</c>, <c>charts</c>, <c>values:/FIELD</c>, <c>FILE:/FIELD</c> or <c>file:PATH</c>.</summary>
    /// <exception cref="FormatException">It is none of them; the message is advice.</exception>
    public static PromotedPart Parse(string text)
    {
        switch (text)
        {
            case "images":
                return new PromotedPart(PromotedKind.Images);
            case "charts":
                return new PromotedPart(PromotedKind.Charts);
        }

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || colon == text.Length - 1)
            throw Advice();
        var (before, after) = (text[..colon], text[(colon + 1)..]);
        return before switch
        {
            "image" => new PromotedPart(PromotedKind.Images, after),
            "file" => new PromotedPart(PromotedKind.Files, ConfigText.RelativePath(after.TrimEnd('/') + (after.EndsWith('/') ? "/**" : ""))),
            "values" => new PromotedPart(PromotedKind.Field, "values.yaml", FieldOf(after)),
            _ when before.EndsWith(".yaml", StringComparison.Ordinal) || before.EndsWith(".yml", StringComparison.Ordinal) =>
                new PromotedPart(PromotedKind.Field, ConfigText.RelativePath(before), FieldOf(after)),
            _ => throw Advice(),
        };
    }

    private static string FieldOf(string text) => Yaml.YamlPath.TryParse(ToPath(text), out _, out _)
        ? ToPath(text)
        : throw new FormatException($"'{text}' is not a path to a field: write /a/b or a.b.");

    // A JSON pointer (RFC 6901) says the same as a path of quoted keys; numbers count items.
    private static string ToPath(string text) => !text.StartsWith('/')
        ? text
        : string.Concat(text[1..].Split('/').Select(Step)).TrimStart('.');

    private static string Step(string part)
    {
        var key = part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
        return key.Length > 0 && key.All(char.IsAsciiDigit) ? $"[{key}]"
            : key.Length > 0 && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? "." + key
            : $".'{key.Replace("'", "''", StringComparison.Ordinal)}'";
    }

    private static FormatException Advice() => new("Write images, image:NAME, charts, values:/FIELD, FILE.yaml:/FIELD or file:PATH.");
}

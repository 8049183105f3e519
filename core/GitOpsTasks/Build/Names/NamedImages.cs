using GitOpsTasks.Images;

namespace GitOpsTasks.Build.Names;

/// <summary>The input <c>images</c>: repositories, each bare or as <c>name=...,enable=...</c>.</summary>
internal static class NamedImages
{
    private static readonly string[] s_attributes = ["name", "enable"];

    /// <summary>The repositories that are switched on, each once, in lower case and in the order written.</summary>
    public static IReadOnlyList<string> Read(string text, TemplateScope scope) =>
        [.. NameInput.Images.Lines(text).SelectMany(line => Of(line, scope)).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> Of(PlacedText line, TemplateScope scope)
    {
        var fields = CsvFields.Split(line);
        if (fields.All(field => !field.Text.Contains('=', StringComparison.Ordinal)))
            return fields.Select(Name);
        var attributes = LineAttributes.Read(line, "name");
        attributes.Allow(s_attributes, "An image");
        var name = Name(attributes.Required("name", "ghcr.io/acme/web"));
        return Switch.IsOn(attributes["enable"], scope) ? [name] : [];
    }

    // Lower case, because the names of owners on forges are not.
    private static string Name(PlacedText text)
    {
        var name = text.Text.ToLowerInvariant();
        if (ImageGrammar.IsName(name))
            return name;
        throw ImageReference.TryParse(name, out var reference) && (reference.Tag ?? reference.Digest) is not null
            ? text.Refuse($"'{text.Text}' has a tag or digest.", $"Write '{reference.Name}' here, and tags in the input 'tags'.")
            : text.Refuse($"'{text.Text}' is not a name of an image.", "Write registry and repository, such as ghcr.io/acme/web.");
    }
}

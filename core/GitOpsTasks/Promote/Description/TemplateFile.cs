using GitOpsTasks.Contracts;

namespace GitOpsTasks.Promote.Description;

/// <summary>Loads the template of bodies.</summary>
internal static class TemplateFile
{
    /// <summary>The template in a file; the default where none is named.</summary>
    /// <exception cref="TaskFailedException">GOT7117: the file is missing or has unknown placeholders.</exception>
    public static async Task<BodyTemplate> LoadAsync(string? path, EngineContext context, CancellationToken cancellationToken)
    {
        if (path is null)
            return BodyTemplate.Default;
        try
        {
            return BodyTemplate.Parse(await File.ReadAllTextAsync(context.Resolve(path), cancellationToken));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            throw TaskFailedException.Usage(PromoteCodes.TemplateUnusable, $"The template '{path}' cannot be used: {e.Message}", "Correct the file, or leave out --template.");
        }
    }
}

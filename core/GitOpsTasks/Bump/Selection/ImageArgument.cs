using GitOpsTasks.Images;

namespace GitOpsTasks.Bump.Selection;

/// <summary>Reads <c>--image</c> arguments.</summary>
internal static class ImageArgument
{
    /// <summary>Reads one. Where a policy chooses tags, a name alone will do.</summary>
    /// <exception cref="Contracts.TaskFailedException">GOT3002: it is not in the grammar, or sets nothing.</exception>
    public static ImageUpdate Parse(string argument, SelectionRules rules) =>
        rules.Policy is not null && ImageGrammar.IsName(argument)
            ? new ImageUpdate(argument, null, null, null)
            : ImageUpdate.Parse(argument);
}

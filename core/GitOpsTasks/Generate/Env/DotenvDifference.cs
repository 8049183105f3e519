namespace GitOpsTasks.Generate.Env;

/// <summary>Why readers of the dotenv family, compose among them, take a line for something else than docker and kustomize.</summary>
internal static class DotenvDifference
{
    /// <summary>A key alone.</summary>
    public static ReadingDifference NoValue { get; } =
        new("A key without '=' is an empty value here; docker and compose take the variable of their own environment.", "Write KEY= for an empty value.");

    private static readonly ReadingDifference s_quotes =
        new("The quotes are part of the value here; dotenv readers take them off.", "Remove them, unless they belong to the value.");

    private static readonly ReadingDifference s_space =
        new("The space around the value is part of it here; dotenv readers take it off.", "Remove it, unless it belongs to the value.");

    private static readonly ReadingDifference s_comment =
        new("The '#' and what follows are part of the value here; dotenv readers take them for a comment.", "Put comments on lines of their own.");

    private static readonly ReadingDifference s_variable =
        new("The '$' is part of the value here; compose puts in the value of a variable.", "Write the value itself, unless the '$' belongs to it.");

    /// <summary>What differs about a value; null where all readers agree.</summary>
    public static ReadingDifference? Of(string value)
    {
        if (value.Length == 0)
            return null;
        if (value.TrimStart() is ['"' or '\'' or '`', ..])
            return s_quotes;
        if (char.IsWhiteSpace(value[0]) || char.IsWhiteSpace(value[^1]))
            return s_space;
        if (value.Contains('#', StringComparison.Ordinal))
            return s_comment;
        return value.Contains('$', StringComparison.Ordinal) ? s_variable : null;
    }
}

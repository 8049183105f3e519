namespace GitOpsTasks.Status;

/// <summary>Reads what the task fails for.</summary>
internal static class FailureCauses
{
    /// <summary>The causes of some texts, each a name or several joined by commas.</summary>
    /// <exception cref="FormatException">There is no such cause.</exception>
    public static IReadOnlyList<FailureCause> Parse(IReadOnlyList<string> texts) =>
        [.. texts.SelectMany(text => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Select(Parse)];

    private static FailureCause Parse(string name) => name.ToLowerInvariant() switch
    {
        "drift" => FailureCause.Drift,
        "behind" => FailureCause.Behind,
        _ => throw new FormatException("Write drift or behind."),
    };
}

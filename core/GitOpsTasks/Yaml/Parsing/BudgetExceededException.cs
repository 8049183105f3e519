namespace GitOpsTasks.Yaml.Parsing;

/// <summary>A budget of <see cref="YamlLimits"/> is used up: nothing more of the file is read.</summary>
internal sealed class BudgetExceededException(int offset, string message) : Exception(message)
{
    /// <summary>The byte that was one too many.</summary>
    public int Offset { get; } = offset;
}

namespace GitOpsTasks.Lint.Yaml.Configuration;

/// <summary>An option of a rule.</summary>
/// <param name="Name">Its key.</param>
/// <param name="Default">Its value where none is given: a truth value, a number, a text or an array of texts.</param>
internal sealed record OptionDefinition(string Name, object Default)
{
    /// <summary>Whether it may be true or false.</summary>
    public bool TakesFlag { get; init; } = Default is bool;

    /// <summary>Whether it may be a whole number.</summary>
    public bool TakesNumber { get; init; } = Default is int;

    /// <summary>The texts it may be, or its list may hold; null for any text in a list.</summary>
    public string[]? Choices { get; init; }

    /// <summary>Whether it is a list.</summary>
    public bool IsList => Default is string[];

    /// <summary>Whether its list holds regular expressions.</summary>
    public bool IsPatterns { get; init; }

    /// <summary>What it may be, in words.</summary>
    public string Expected
    {
        get
        {
            if (IsList)
                return Choices is null ? "a list of texts" : "a list of " + string.Join(", ", Choices);
            var kinds = new List<string>();
            if (TakesFlag)
                kinds.Add("true or false");
            if (TakesNumber)
                kinds.Add("a whole number");
            if (Choices is not null)
                kinds.Add(string.Join(", ", Choices));
            return string.Join(" or ", kinds);
        }
    }
}

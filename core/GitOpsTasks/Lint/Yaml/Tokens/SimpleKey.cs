namespace GitOpsTasks.Lint.Yaml.Tokens;

/// <summary>A token that is a key if a colon follows on its line: a key without a question mark shows only there.</summary>
internal struct SimpleKey
{
    /// <summary>The longest key, in bytes (YAML 1.2.2, 7.4.2: 1024 characters).</summary>
    public const int MaxLength = 1024;

    public bool IsPossible;

    /// <summary>Whether it has to be a key, since nothing else may begin at the column of a mapping's keys.</summary>
    public bool IsRequired;
    public int Token;
    public int Start;
    public int Line;
    public int Column;

    /// <summary>Whether a colon at a place is too late for it.</summary>
    public readonly bool IsTooFar(int at, int line) => line != Line || at - Start > MaxLength;
}

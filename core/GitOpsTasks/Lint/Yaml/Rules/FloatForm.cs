namespace GitOpsTasks.Lint.Yaml.Rules;

/// <summary>Ways to write a number that some configurations do not want.</summary>
[Flags]
internal enum FloatForm : byte
{
    None = 0,
    NotANumber = 1,
    Infinite = 2,
    Scientific = 4,

    /// <summary>With nothing before the point.</summary>
    WithoutNumeral = 8,
}

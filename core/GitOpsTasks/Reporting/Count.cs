namespace GitOpsTasks.Reporting;

/// <summary>Numbers with the word they count, in sentences for people.</summary>
public static class Count
{
    /// <summary><c>1 error</c>, <c>2 errors</c>.</summary>
    /// <param name="number">How many.</param>
    /// <param name="word">The word for one; its plural takes an s.</param>
    public static string Of(int number, string word) => number == 1 ? $"1 {word}" : $"{number} {word}s";
}

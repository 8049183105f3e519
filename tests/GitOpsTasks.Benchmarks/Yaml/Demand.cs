namespace GitOpsTasks.Benchmarks.Yaml;

/// <summary>Something the figures have to show.</summary>
/// <param name="Text">What is asked, with the figure measured.</param>
/// <param name="IsMet">Whether the figure shows it.</param>
internal sealed record Demand(string Text, bool IsMet)
{
    public override string ToString() => $"{(IsMet ? "met        " : "FALLS SHORT")}  {Text}";
}

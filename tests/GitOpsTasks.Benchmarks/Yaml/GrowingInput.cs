namespace GitOpsTasks.Benchmarks.Yaml;

/// <summary>A file that can be made of any size.</summary>
/// <param name="Name">What is in it.</param>
/// <param name="Write">Makes it of about so many bytes.</param>
internal sealed record GrowingInput(string Name, Func<int, byte[]> Write);

namespace GitOpsTasks.Processes;

/// <summary>A program that should be run is not installed, or not on PATH.</summary>
public sealed class ProcessNotFoundException(string fileName, Exception? inner = null)
    : Exception($"The program '{fileName}' was not found.", inner)
{
    /// <summary>The program asked for.</summary>
    public string FileName { get; } = fileName;
}

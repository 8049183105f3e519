namespace GitOpsTasks.Contracts;

/// <summary>Progress that nobody watches.</summary>
public sealed class SilentProgress : IProgressStep
{
    private SilentProgress()
    {
    }

    /// <summary>The only instance; it has no state.</summary>
    public static SilentProgress Instance { get; } = new();

    /// <inheritdoc />
    public IProgressStep Begin(string title) => this;

    /// <inheritdoc />
    public void Report(string detail, double? fraction = null)
    {
    }

    /// <inheritdoc />
    public void Complete(string summary)
    {
    }

    /// <inheritdoc />
    public void Dispose()
    {
    }
}

using GitOpsTasks.Contracts;

namespace GitOpsTasks.Chain;

/// <summary>Progress that follows the chain: what is begun on it stands below the group of the task under way.</summary>
/// <param name="root">The host's progress.</param>
internal sealed class ChainProgress(IProgressStep root) : IProgressStep
{
    private IProgressStep _current = root;

    /// <summary>Begins the group of a task; disposing it ends the group.</summary>
    public IProgressStep Group(string title)
    {
        _current = root.Begin(title);
        return _current;
    }

    /// <inheritdoc />
    public IProgressStep Begin(string title) => _current.Begin(title);

    /// <inheritdoc />
    public void Report(string detail, double? fraction = null) => _current.Report(detail, fraction);

    /// <inheritdoc />
    public void Complete(string summary) => _current.Complete(summary);

    /// <inheritdoc />
    public void Dispose()
    {
    }
}

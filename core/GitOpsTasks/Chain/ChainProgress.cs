using GitOpsTasks.Contracts;

namespace GitOpsTasks.Chain;

/// <summary>Progress that follows the chain: what is begun on it stands below the group of the task under way.</summary>
/// <param name="root">The host's progress.</param>
internal sealed class ChainProgress(IProgressStep root) : IProgressStep
{
    private IProgressStep? _group;

    private IProgressStep Current => _group ?? root;

    /// <summary>Begins the group of a task; disposing it ends the group.</summary>
    public IProgressStep Group(string title)
    {
        _group = root.Begin(title);
        return _group;
    }

    /// <inheritdoc />
    public IProgressStep Begin(string title) => Current.Begin(title);

    /// <inheritdoc />
    public void Report(string detail, double? fraction = null) => Current.Report(detail, fraction);

    /// <inheritdoc />
    public void Complete(string summary) => Current.Complete(summary);

    /// <inheritdoc />
    public void Dispose()
    {
    }
}

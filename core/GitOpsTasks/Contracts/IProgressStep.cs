namespace GitOpsTasks.Contracts;

/// <summary>A piece of work under way, shown by the host as a live line, a log group or nothing. Disposing ends it.</summary>
public interface IProgressStep : IDisposable
{
    /// <summary>Begins a part of this step.</summary>
    /// <param name="title">A short phrase such as <c>push web</c>; never a secret.</param>
    IProgressStep Begin(string title);

    /// <summary>Tells how far the step is.</summary>
    /// <param name="detail">A short phrase such as <c>3 of 7 layers</c>.</param>
    /// <param name="fraction">From 0 to 1; null where the end is not known.</param>
    void Report(string detail, double? fraction = null);

    /// <summary>Tells how the step ended; shown once, when it is disposed.</summary>
    /// <param name="summary">A short phrase such as <c>pushed 7 layers</c>.</param>
    void Complete(string summary);
}

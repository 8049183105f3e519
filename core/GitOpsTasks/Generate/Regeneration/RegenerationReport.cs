using GitOpsTasks.Contracts;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Generate.Regeneration;

/// <summary>What one run comes to, as it is put together file by file.</summary>
internal sealed class RegenerationReport
{
    private readonly List<Diagnostic> _errors = [];
    private readonly List<Diagnostic> _conflicts = [];

    /// <summary>The files that change.</summary>
    public List<FileChange> Files { get; } = [];

    /// <summary>Fields that stay as they are.</summary>
    public List<FieldChange> Kept { get; } = [];

    /// <summary>Fields in conflict.</summary>
    public List<FieldChange> Conflicts { get; } = [];

    /// <summary>Warnings and notes.</summary>
    public List<Diagnostic> Notes { get; } = [];

    /// <summary>Adds a conflict.</summary>
    public void AddConflict(FieldChange field, Diagnostic diagnostic)
    {
        Conflicts.Add(field);
        _conflicts.Add(diagnostic);
    }

    /// <summary>Runs a step; what it finds wrong is told together with what others do.</summary>
    public void Try(Action step)
    {
        try
        {
            step();
        }
        catch (TaskFailedException e) when (e.ExitCode == ExitCode.Findings)
        {
            _errors.AddRange(e.Diagnostics);
        }
    }

    /// <summary>The change set.</summary>
    /// <param name="isPreview">Whether conflicts are told beside the changes.</param>
    /// <exception cref="TaskFailedException">Files cannot be read or written; or there are conflicts, and this is no preview.</exception>
    public ChangeSet Finish(bool isPreview)
    {
        if (_errors.Count > 0 || (_conflicts.Count > 0 && !isPreview))
            throw new TaskFailedException(ExitCode.Findings, [.. _errors, .. _conflicts, .. Notes]);
        return new ChangeSet { Files = [.. Files.OrderBy(file => file.Path)], Kept = Kept, Conflicts = Conflicts, Diagnostics = [.. _conflicts, .. Notes] };
    }
}

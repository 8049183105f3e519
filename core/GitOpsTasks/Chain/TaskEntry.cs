using GitOpsTasks.Contracts;

namespace GitOpsTasks.Chain;

/// <summary>A task of the catalog, known by name before its declaration is made.</summary>
/// <param name="Name">The command's name, as in the declaration.</param>
/// <param name="Summary">One sentence: what it is for, as in the declaration.</param>
/// <param name="Load">Gives the declaration; its classes are first touched here, which keeps other tasks' start fast.</param>
public sealed record TaskEntry(string Name, string Summary, Func<TaskDeclaration> Load)
{
    /// <summary>Whether only the command line offers it: no action, MSBuild task or Cake alias is made of it.</summary>
    public bool IsForPeople { get; init; }
}

namespace GitOpsTasks.Hosts.Tests.Scenario;

/// <summary>A way to run a task, as a person would: a command line, a workflow step, a build, a script.</summary>
internal interface ITaskHost : IDisposable
{
    /// <summary>Runs a task.</summary>
    /// <param name="task">Its name.</param>
    /// <param name="inputs">Its inputs as texts.</param>
    /// <param name="variables">Variables that are the same in every host.</param>
    /// <returns>Its outputs by name, lists with one item per line; those without a value are left out.</returns>
    Task<IReadOnlyDictionary<string, string>> RunAsync(
        string task, IReadOnlyDictionary<string, string> inputs, IReadOnlyDictionary<string, string> variables);
}

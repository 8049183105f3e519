using GitOpsTasks.Contracts;

namespace GitOpsTasks.Chain.Demo;

/// <summary>Where the demo takes place.</summary>
/// <param name="Folder">A folder that does not exist, is empty, or holds the demo already.</param>
public sealed record DemoRequest(string Folder)
{
    /// <summary>Reads a request.</summary>
    /// <exception cref="TaskFailedException">An input is malformed.</exception>
    public static DemoRequest From(InputValues values) => new(values.Get(DemoInputs.Folder));
}

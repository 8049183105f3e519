using GitOpsTasks.Contracts;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Config;

/// <summary>Collects what is wrong in one file, so that a person sees all of it at once.</summary>
public sealed class ConfigFindings
{
    private readonly List<Diagnostic> _diagnostics = [];

    /// <summary>What was found, in the order of the file.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics =>
        [.. _diagnostics.OrderBy(d => d.Place?.Line ?? 0).ThenBy(d => d.Place?.Column ?? 0)];

    /// <summary>Adds an error at a node.</summary>
    public void Error(string code, YamlNode node, string message, string? advice = null) =>
        _diagnostics.Add(Diagnostic.Error(code, message, advice, node.Place));

    /// <summary>Ends the task with all that was found; does nothing where nothing was.</summary>
    /// <exception cref="TaskFailedException">Exit code 2, with every diagnostic.</exception>
    public void ThrowIfAny()
    {
        if (_diagnostics.Count > 0)
            throw new TaskFailedException(ExitCode.Usage, Diagnostics);
    }
}

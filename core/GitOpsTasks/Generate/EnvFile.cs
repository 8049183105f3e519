using GitOpsTasks.Contracts;

namespace GitOpsTasks.Generate;

/// <summary>What an env file says.</summary>
/// <param name="Values">Names and values, in the order of the file.</param>
/// <param name="Diagnostics">Errors, and a warning for each line that dotenv readers take differently.</param>
public sealed record EnvFile(IReadOnlyDictionary<string, string> Values, IReadOnlyList<Diagnostic> Diagnostics);

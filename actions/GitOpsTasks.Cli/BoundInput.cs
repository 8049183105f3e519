using System.CommandLine;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Cli;

/// <summary>An input and the option or argument that takes it.</summary>
/// <param name="Input">The input.</param>
/// <param name="Symbol">Its place on the command line.</param>
internal sealed record BoundInput(TaskInput Input, Symbol Symbol);

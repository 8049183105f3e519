using System.Text.Json.Serialization.Metadata;

namespace GitOpsTasks.Contracts;

/// <summary>The part of a declaration that depends on the result type alone.</summary>
internal interface IDeclares<TResult>
{
    /// <summary>The outputs, each with its place in the result.</summary>
    IReadOnlyList<TaskOutput<TResult>> Outputs { get; }

    /// <summary>How the result is written as JSON.</summary>
    JsonTypeInfo<TResult> Json { get; }

    /// <summary>How the result is told to a person; null where the outputs as a table say it well enough.</summary>
    Func<TResult, string>? Text { get; }
}

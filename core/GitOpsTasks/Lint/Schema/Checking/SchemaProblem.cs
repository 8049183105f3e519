using GitOpsTasks.Contracts;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Schema.Checking;

/// <summary>A place where a manifest does not meet its schema.</summary>
/// <param name="Code">The code of the finding.</param>
/// <param name="Node">What is wrong.</param>
/// <param name="Message">One sentence: what is wrong.</param>
/// <param name="Advice">One sentence: what to do.</param>
/// <param name="Severity">How serious it is.</param>
internal readonly record struct SchemaProblem(string Code, YamlNode Node, string Message, string Advice, Severity Severity = Severity.Error)
{
    public Diagnostic ToDiagnostic() => new(Code, Severity, Message, Advice) { Place = NodePlace.HeadOf(Node), Rule = SchemaRules.Id(Code) };
}
